# The same listing by hand: the standard library only.
import base64
import datetime
import hashlib
import hmac
import json
import os
import urllib.parse
import urllib.request

path = "/api/queue/ehpc/getQueueList"
zone = os.environ["QINGCLOUD_ZONE"]
body = json.dumps({"cluster_id": "ehpc-8jqdq0mz", "limit": 100, "offset": 0, "zone": zone})
now = datetime.datetime.now(datetime.timezone.utc)
params = {
    "access_key_id": os.environ["QINGCLOUD_ACCESS_KEY"],
    "signature_method": "HmacSHA256",
    "signature_version": "1",
    "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "version": "1",
    "zone": zone,
}


def escape(text):
    return urllib.parse.quote(text, safe="-_.~")


query = "&".join(f"{name}={escape(params[name])}" for name in sorted(params))
md5 = hashlib.md5(body.encode()).hexdigest()
text = "\n".join(["POST", path + "/", query, md5])
key = os.environ["QINGCLOUD_SECRET_KEY"].encode()
signature = base64.b64encode(hmac.new(key, text.encode(), hashlib.sha256).digest()).decode()
request = urllib.request.Request(
    f"{os.environ['EBB_ENDPOINT']}{path}?{query}&signature={escape(escape(signature))}",
    data=body.encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as reply:
    answer = json.load(reply)
if answer["ret_code"] != 0:
    raise SystemExit(f"{answer['ret_code']} {answer['message']}")
for queue in answer["hpc_queue_set"]:
    print(queue["partition_name"], len(queue["nodelist"]))
