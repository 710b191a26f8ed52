/**
 * Tests of what is installed on a cluster: custom resources, admission policies, roles
 * and the Helm chart.
 */
@NullMarked
package dev.sekisho.chart;

import org.jspecify.annotations.NullMarked;
