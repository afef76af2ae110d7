// 大额合同的合法性审查: a plug-in for fazhi, in JavaScript without anything else. Run: node large-contracts.mjs
const CODE = "licheng/contract/large-reviewed";
const OPINIONS = [["HT-1", "2024-03-01"], ["HT-7", "2024-05-20"], ["HT-9", "2025-01-08"]]; // stands for your own database
const settings = {};

function issues({ kind, content }, day) { // the rule: a contract from the threshold on is reviewed by the day on which it is signed
  const { amount = 0, reviewed = "" } = content;
  if (kind !== "contract" || amount < settings.fen || !day || (reviewed && reviewed <= day)) return [];
  return [{ code: CODE, path: "/reviewed", message: reviewed ? "合法性审查晚于签订" : "没有合法性审查日期" }];
}

const methods = {
  initialize({ protocols, probe, settings: { threshold = "" } }) {
    if (!protocols.includes("fazhi/1") || !/^[0-9]{1,12}$/.test(threshold))
      throw { code: -32602, message: "本插件使用 fazhi/1，并要求设置 threshold：起点金额，单位为元，整数" };
    settings.fen = Number(threshold) * 100;
    const plugin = { name: "licheng/large-contracts", version: "1.0.0", doc: "大额合同的合法性审查", api: 1, requires: [] };
    const rule = { code: CODE, kind: "contract", doc: "大额合同签订之前应当经合法性审查", basis: "本区政府合同管理办法第十条" };
    return { protocol: "fazhi/1", probe, plugin, checks: [rule], guard: true, refuses: [CODE], observe: true,
      numbers: ["合同编号"], sections: ["法律顾问"], rubrics: [] };
  },
  check: ({ document }) => ({ issues: issues(document, document.content.signed) }),
  guard({ step, document, on }) { // without a document the content stays as it was, and there is nothing to judge
    const found = step === "签订" && document ? issues(document, on) : [];
    return found.length ? { refusal: { code: CODE, reason: "大额合同未经合法性审查，不得签订", issues: found } } : {};
  },
  number: () => ({ pattern: "泉鲤司合〔{year}〕{serial}号" }),
  section({ from = "", to = "9999" }) {
    const refs = OPINIONS.filter(([, on]) => from <= on && on <= to).map(([id]) => ({ kind: "contract", id }));
    const figure = { id: "顾问.审查", name: "法律顾问审查大额合同", unit: "份", scope: "出具意见的日期在本期，一份合同计一次",
      value: { count: refs.length }, count: refs.length, refs };
    return { prose: "法律顾问为大额合同出具审查意见{{顾问.审查}}。", figures: [figure] };
  },
  observe: ({ entry }) => (console.error("told of entry", entry.seq), {}), // may come twice: count organ and seq
  shutdown: () => ({}),
};

function answer(line) {
  const reply = { jsonrpc: "2.0", id: null };
  try {
    const { id, method, params } = JSON.parse(line);
    if (id === undefined) return; // cancel asks for no answer, and nothing here takes long
    reply.id = id;
    if (!Object.hasOwn(methods, method)) throw { code: -32601, message: "没有这个方法" };
    reply.result = methods[method](params);
  } catch ({ code, message, name, stack }) { // the engine's own texts may hold values of the document: only name and place go out
    const what = `插件出错：${name}，第 ${stack?.match(/\n +at .*:(\d+):\d+/)?.[1]} 行`;
    reply.error = name ? { code: reply.id ? -32603 : -32700, message: what } : { code, message };
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}

let rest = ""; // not package readline: it ends lines at U+2028 too, which may stand in JSON
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  lines.forEach(answer);
}
