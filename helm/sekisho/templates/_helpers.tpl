{{/* The chart's name. */}}
{{- define "sekisho.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* The name of what belongs to this release alone. */}}
{{- define "sekisho.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains (include "sekisho.name" .) .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "sekisho.name" .) | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The portal's service account. */}}
{{- define "sekisho.serviceAccountName" -}}
{{- default (include "sekisho.fullname" .) .Values.serviceAccount.name -}}
{{- end -}}

{{/* What selects the portal's pods. */}}
{{- define "sekisho.selectorLabels" -}}
app.kubernetes.io/name: {{ include "sekisho.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{/* Labels of everything. */}}
{{- define "sekisho.labels" -}}
{{ include "sekisho.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: sekisho
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* The image, by digest if there is one. */}}
{{- define "sekisho.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{/* CEL: the user names that count as the portal, as a list. */}}
{{- define "sekisho.portalUsers" -}}
{{- $account := printf "system:serviceaccount:%s:%s" .Release.Namespace (include "sekisho.serviceAccountName" .) -}}
{{- concat (list $account) .Values.portal.extraUsers | toJson -}}
{{- end -}}

{{/* CEL: the controllers that end namespaces, collect garbage and migrate storage. Each goes by the shared name where the
     controller manager uses one credential for all. */}}
{{- define "sekisho.clusterControllers" -}}
{{- list "system:serviceaccount:kube-system:generic-garbage-collector"
         "system:serviceaccount:kube-system:namespace-controller"
         "system:serviceaccount:kube-system:storage-version-migrator-controller"
         "system:kube-controller-manager" | toJson -}}
{{- end -}}

{{/* A subject of a binding; the API group follows from the kind. */}}
{{- define "sekisho.subjects" -}}
{{- range . }}
- kind: {{ .kind }}
  name: {{ .name | quote }}
  {{- if eq .kind "ServiceAccount" }}
  namespace: {{ required "a ServiceAccount among the subjects needs a namespace" .namespace }}
  {{- else }}
  apiGroup: rbac.authorization.k8s.io
  {{- end }}
{{- end }}
{{- end -}}

{{/* CEL: the user names among subjects, as a list; a service account goes by its user name. */}}
{{- define "sekisho.users" -}}
{{- $users := list -}}
{{- range . -}}
{{- if eq .kind "User" -}}
{{- $users = append $users .name -}}
{{- else if eq .kind "ServiceAccount" -}}
{{- $users = append $users (printf "system:serviceaccount:%s:%s" (required "a ServiceAccount among the subjects needs a namespace" .namespace) .name) -}}
{{- end -}}
{{- end -}}
{{- $users | toJson -}}
{{- end -}}

{{/* CEL: the groups among subjects, as a list. */}}
{{- define "sekisho.groups" -}}
{{- $groups := list -}}
{{- range . -}}
{{- if eq .kind "Group" -}}
{{- $groups = append $groups .name -}}
{{- end -}}
{{- end -}}
{{- $groups | toJson -}}
{{- end -}}

{{/* CEL: whether who asks may write past the portal. Namespaces that end are emptied, whoever does it. */}}
{{- define "sekisho.mayWrite" -}}
request.userInfo.username in {{ include "sekisho.portalUsers" . }}
|| request.userInfo.username in {{ include "sekisho.clusterControllers" . }}
|| request.userInfo.username in {{ include "sekisho.users" .Values.guard.writers }}
|| request.userInfo.?groups.orValue([]).exists(group, group in {{ include "sekisho.groups" .Values.guard.writers }})
|| (request.operation == 'DELETE' && namespaceObject.?metadata.?deletionTimestamp.hasValue())
{{- end -}}

{{/* Where a policy of the guard warns, and where it denies: the platform team decides by the namespace's label. */}}
{{- define "sekisho.guarded" -}}
namespaceSelector:
  matchExpressions:
    - key: sekisho.dev/guard
      operator: {{ . }}
      values: [enforce]
{{- end -}}
