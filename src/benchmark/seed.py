#!/usr/bin/env python3
"""Writes VirtualServices to a running sandbox: seed.py KUBECONFIG FROM TO (docs/performance.md)."""
import http.client
import json
import re
import ssl
import sys

PER_NAMESPACE = 40


def main(kubeconfig, first, last):
    text = open(kubeconfig, encoding="utf-8").read()
    host = re.search(r'server: "https://(127\.0\.0\.1:\d+)"', text).group(1)
    token = re.findall(r'token: "(.*)"', text)[-1]
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # a sandbox on this machine, with a certificate of its own
    api = http.client.HTTPSConnection(host, context=context)

    def create(path, manifest):
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
        api.request("POST", path, json.dumps(manifest), headers)
        response = api.getresponse()
        body = response.read()
        if response.status not in (201, 409):
            sys.exit(f"{path}: {response.status} {body[:300]}")

    for i in range(first, last):
        namespace, name = f"load-{i // PER_NAMESPACE}", f"svc-{i}"
        if i % PER_NAMESPACE == 0 or i == first:
            create("/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})
        create(f"/apis/networking.istio.io/v1/namespaces/{namespace}/virtualservices", {
            "apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
            "metadata": {"name": name, "namespace": namespace},
            "spec": {"hosts": ["*"], "gateways": ["istio-ingress/sample-gateway"], "http": [{
                "match": [{"uri": {"prefix": f"/load/{namespace}/{name}"}}],
                "route": [{"destination": {"host": f"{name}.{namespace}.svc.cluster.local", "port": {"number": 80}}}]}]}})
    print(f"{last - first} VirtualServices written")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
