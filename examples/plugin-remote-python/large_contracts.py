"""大额合同的合法性审查: a plug-in for fazhi, in Python without anything else. Run: python3 large_contracts.py"""
import json, re, sys, traceback

CODE = "licheng/contract/large-reviewed"
OPINIONS = {"HT-1": "2024-03-01", "HT-7": "2024-05-20", "HT-9": "2025-01-08"}  # stands for your own database
settings = {}

class Fault(Exception): pass  # holds the error to answer: its text is Chinese and has no value of a document

def issues(document, day):  # the rule: a contract from the threshold on is reviewed by the day on which it is signed
    content, reviewed = document["content"], document["content"].get("reviewed", "")
    if document["kind"] != "contract" or content.get("amount", 0) < settings["fen"] or not day or "" < reviewed <= day:
        return []
    return [{"code": CODE, "path": "/reviewed", "message": "合法性审查晚于签订" if reviewed else "没有合法性审查日期"}]

def initialize(p):
    if "fazhi/1" not in p["protocols"] or not re.fullmatch("[0-9]{1,12}", p["settings"].get("threshold", "")):
        raise Fault({"code": -32602, "message": "本插件使用 fazhi/1，并要求设置 threshold：起点金额，单位为元，整数"})
    settings["fen"] = int(p["settings"]["threshold"]) * 100
    info = {"name": "licheng/large-contracts", "version": "1.0.0", "doc": "大额合同的合法性审查", "api": 1, "requires": []}
    rule = {"code": CODE, "kind": "contract", "doc": "大额合同签订之前应当经合法性审查", "basis": "本区政府合同管理办法第十条"}
    return {"protocol": "fazhi/1", "probe": p["probe"], "plugin": info, "checks": [rule], "guard": True, "refuses": [CODE],
            "observe": True, "numbers": ["合同编号"], "sections": ["法律顾问"], "rubrics": []}

def check(p):
    return {"issues": issues(p["document"], p["document"]["content"].get("signed", ""))}

def guard(p):  # without a document the content stays as it was, and there is nothing to judge
    found = issues(p["document"], p.get("on", "")) if p["step"] == "签订" and "document" in p else []
    return {"refusal": {"code": CODE, "reason": "大额合同未经合法性审查，不得签订", "issues": found}} if found else {}

def section(p):
    refs = [{"kind": "contract", "id": id} for id, on in OPINIONS.items() if p.get("from", "") <= on <= p.get("to", "9999")]
    figure = {"id": "顾问.审查", "name": "法律顾问审查大额合同", "unit": "份", "scope": "出具意见的日期在本期，一份合同计一次",
              "value": {"count": len(refs)}, "count": len(refs), "refs": refs}
    return {"prose": "法律顾问为大额合同出具审查意见{{顾问.审查}}。", "figures": [figure]}

def observe(p):  # an entry may come twice: whoever counts, counts organ and seq
    print("told of entry", p["entry"]["seq"], file=sys.stderr)
    return {}

METHODS = {"initialize": initialize, "check": check, "guard": guard, "section": section, "observe": observe,
           "number": lambda p: {"pattern": "泉鲤司合〔{year}〕{serial}号"}, "shutdown": lambda p: {}}
out, sys.stdout = sys.stdout.buffer, sys.stderr  # bytes, so UTF-8 everywhere; and a stray print does no harm
for line in sys.stdin.buffer:
    reply = {"jsonrpc": "2.0", "id": None}
    try:
        request = json.loads(line)
        if "id" not in request:
            continue  # cancel asks for no answer, and nothing here takes long
        reply["id"] = request["id"]
        if request["method"] not in METHODS:
            raise Fault({"code": -32601, "message": "没有这个方法"})
        reply["result"] = METHODS[request["method"]](request["params"])
    except Exception as e:  # Python's own texts may hold values of the document: only the name and the place go out
        what = f"插件出错：{type(e).__name__}，第 {traceback.extract_tb(e.__traceback__)[-1].lineno} 行"
        reply["error"] = e.args[0] if isinstance(e, Fault) else {"code": -32603 if reply["id"] else -32700, "message": what}
    out.write(json.dumps(reply, ensure_ascii=False).encode() + b"\n")
    out.flush()
