// The same listing by hand: node's own fetch and crypto.
import { createHash, createHmac } from "node:crypto"

const { EBB_ENDPOINT, QINGCLOUD_ACCESS_KEY, QINGCLOUD_SECRET_KEY, QINGCLOUD_ZONE } = process.env
const escape = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase())

const path = "/api/queue/ehpc/getQueueList"
const body =
  `{"cluster_id": "ehpc-8jqdq0mz", "limit": 100, "offset": 0, "zone": "${QINGCLOUD_ZONE}"}`
const params = {
  access_key_id: QINGCLOUD_ACCESS_KEY,
  signature_method: "HmacSHA256",
  signature_version: "1",
  timestamp: new Date().toISOString().replace(/\.\d+/, ""),
  version: "1",
  zone: QINGCLOUD_ZONE,
}
const query = Object.keys(params).sort().map((k) => `${k}=${escape(params[k])}`).join("&")
const md5 = createHash("md5").update(body).digest("hex")
const text = ["POST", path + "/", query, md5].join("\n")
const signature = createHmac("sha256", QINGCLOUD_SECRET_KEY).update(text).digest("base64")
const url = `${EBB_ENDPOINT}${path}?${query}&signature=${escape(escape(signature))}`
const reply = await fetch(url, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body,
})
const { ret_code, message, hpc_queue_set } = await reply.json()
if (ret_code !== 0) throw new Error(`${ret_code} ${message}`)
for (const queue of hpc_queue_set) {
  console.log(`${queue.partition_name} ${queue.nodelist.length}`)
}
