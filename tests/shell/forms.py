"""What the forms of `facts --template` ask for, by label: the facts, and what was already paid with the measures and matters of the policies."""
import json


def read(facts_file, policies_file, language, places=()):
    with open(facts_file, encoding="utf-8") as file:
        facts = json.load(file)["facts"]
    with open(policies_file, encoding="utf-8") as file:
        policies = [policy for policy in json.load(file) if not places or policy["adcode"] in places]
    return {fact["label"][language]: fact for fact in facts + [received(policies)]}


def received(policies):
    measures, matters = [], {}
    for policy in policies:
        for measure in policy["measures"]:
            id, title, place = measure["id"], measure["title"], policy["name"]
            measures.append({"id": id, "label": {"zh": f"{place['zh']} {title['zh']}（{id}）", "en": f"{place['en']}: {title['en']} ({id})"}})
            matter = measure["matter"]
            if matter is not None and matter not in matters:
                matters[matter] = {"id": matter, "label": {"zh": f"{title['zh']}（{matter}）", "en": f"{title['en']} ({matter})"}}
    fields = [field("measure", "choice", "措施", "Measure", values=measures),
              field("years", "count", "已领年数", "Years received", unit={"zh": "年", "en": "years"}),
              field("matter", "choice", "事项", "Matter", values=list(matters.values())),
              field("amount", "money", "已领金额", "Amount received")]
    return field("received", "list", "已领补贴", "Already received", topic="received", fields=fields)


def field(id, type, zh, en, **more):
    return {"id": id, "type": type, "label": {"zh": zh, "en": en}, "unit": None, "hint": None, "evidence": None} | more
