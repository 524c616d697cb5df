/* The files of a new region, as `huisuan policy new` writes them: embedded, so that they are there in a build tree, installed and under
   Node alike. @ID@ stands for the id. */
#include "start.h"

/* clang-format off */

static const char policy_head[] =
    "/* 某市某区：某文件（文号） — the place and the document; in force from … to … (clause)\n"
    "\n"
    "   One measure to begin with. Hold it against the document clause by clause: each clause becomes a MEASURE, or NOTHING with the reason.\n"
    "   The words, each with its meaning: policy.h in $(pkg-config --variable=includedir huisuan)/huisuan. The guide, which word stands for which\n"
    "   words of the law, and a policy that uses each once: README.md and template in $(pkg-config --variable=guidedir huisuan). */\n"
    "#include <huisuan/facts.h>\n"
    "#include <huisuan/policy.h>\n"
    "\n"
    "/* Facts: first look in facts.h (huisuan facts), so that nobody is asked twice. One of your own has the region's name before it, says where\n"
    "   to find the figure (HINT) and what proves it (EVIDENCE), and never changes its meaning. */\n"
    "MONEY_FACT(@ID@_equipment, \"设备投入\", \"Spending on equipment\", finance, THIS_YEAR, IN_TIME,\n"
    "    HINT(\"看设备采购发票，不含税\", \"See the invoices for the equipment, without tax.\"),\n"
    "    EVIDENCE(\"采购合同、发票、付款凭证\", \"Contracts, invoices, payment slips\"));\n"
    "\n"
    "/* What several measures ask for gets a name. 二：在本区注册并纳税的企业。 */\n"
    "#define LOCAL_FIRM ALL(registered_locally, taxed_locally)\n"
    "\n";

static const char policy_tail[] =
    "static const hs_measure measures[] = {\n"
    "    /* 三(一) 设备投入100万元以上的，按10%给予补贴，最高50万元。 */\n"
    "    MEASURE(equipment, CLAUSE(\"三(一)\"), TITLE(\"设备补贴\", \"Equipment subsidy\"),\n"
    "        .kind = CASH, .basis = FORMULA, .per = ONCE,\n"
    "        .when = ALL(LOCAL_FIRM, AT_LEAST(@ID@_equipment, WAN(100))), /* 以上 includes the figure; 超过 is MORE_THAN */\n"
    "        .pays = CAP(WAN(50), PERCENT(10, @ID@_equipment))),          /* left to the authority: UP_TO; no figure: UNSTATED */\n"
    "};\n"
    "\n"
    "static const hs_silence silences[] = {\n"
    "    NOTHING(\"一\", \"指导思想，不设待遇\", \"Guiding thought; grants nothing\"),\n"
    "    NOTHING(\"二\", \"支持对象，已写入各项措施的条件\", \"Who is supported; expressed in the conditions\"),\n"
    "};\n"
    "\n"
    "POLICY(@ID@,\n"
    "    .version   = \"0.1.0\",\n"
    "    .adcode    = \"999999\", /* the place's code, six digits (GB/T 2260) */\n"
    "    .name      = {\"某市某区\", \"Some District\"},\n"
    "    .title     = {\"某文件\", \"Some document\"},\n"
    "    .number    = \"某政发〔2024〕1号\",\n"
    "    .effective = DATE(2024, 01, 01), /* none in the document: leave both out and say so in .note */\n"
    "    .expires   = DATE(2026, 12, 31),\n"
    "    .note      = {\"文件未规定不重复享受。\", \"The document has no rule of duplication.\"}); /* has it one: .duplication and .matter */\n";

static const char makefile[] =
    "# make         @ID@.so and its manifest      make wasm    @ID@.wasm, for the page and for Node\n"
    "# make check   what looks wrong in it        make rules   the rules in prose, to hold against the document\n"
    "# make test    its cases                     make boundaries   cases at every bound, to be confirmed\n"
    "# make install  into the installed plugins directory\n"
    "HUISUAN = huisuan\n"
    "PKG_CONFIG = pkg-config\n"
    "\n"
    "@ID@.json: @ID@.so\n"
    "\t$(HUISUAN) policy manifest $< >$@ && chmod 644 $@\n"
    "@ID@.so: policy.c\n"
    "\t$(CC) $$($(PKG_CONFIG) --variable=plugin_flags huisuan) policy.c -o $@ && chmod 644 $@\n"
    "@ID@.wasm: policy.c\n"
    "\temcc $$($(PKG_CONFIG) --variable=side_module_flags huisuan) policy.c -o $@\n"
    "wasm: @ID@.wasm\n"
    "check: @ID@.json\n"
    "\t$(HUISUAN) policy check ./@ID@.so --strict\n"
    "rules: @ID@.json\n"
    "\t$(HUISUAN) policy show @ID@ --document --plugins .\n"
    "test: @ID@.json\n"
    "\t$(HUISUAN) policy test ./@ID@.so cases --mutate\n"
    "boundaries: @ID@.json\n"
    "\t$(HUISUAN) policy test ./@ID@.so cases --boundaries\n"
    "install: @ID@.json\n"
    "\tinstall -m 644 @ID@.so @ID@.json \"$(DESTDIR)$$($(PKG_CONFIG) --variable=pluginsdir huisuan)\"\n"
    "clean:\n"
    "\trm -f @ID@.so @ID@.json @ID@.wasm\n"
    ".PHONY: wasm check rules test boundaries install clean\n"
    ".DELETE_ON_ERROR:\n";

static const char readme[] =
    "# 某市某区 · @ID@\n"
    "\n"
    "文件名称、文号、有效期、适用范围。可执行的形式是 [policy.c](policy.c)，案例在 [cases](cases/@ID@.jsonl)。\n"
    "\n"
    "`make` 编译本地插件，`make wasm` 编译网页用的模块，`make check` 查可疑之处，`make test` 检验案例，`make rules` 把规则还原成文字，供对照文件。\n"
    "`make` builds the plugin, `make wasm` the module for the page, `make check` lists what looks wrong, `make test` runs the cases, `make rules` reads the rules back.\n"
    "\n"
    "## 疑点与读法 · Doubtful wordings\n"
    "\n"
    "| 条款 Clause | 原文疑点 Question | 本插件的读法 How it is read here | 未采用的读法 Alternative |\n"
    "| --- | --- | --- | --- |\n"
    "| 三(一) `@ID@.equipment` | “100万元以上”含100万元吗？<br>Is 1 million included? | 含（民法典第一千二百五十九条）。<br>Yes (Civil Code art. 1259). | 不含。<br>No. |\n";

#define CASE(id, amount, expected)                                                                                                         \
    "{\"id\": \"@ID@.equipment: " id "\", \"applicant\": {\"as_of\": \"2024-06-30\", \"locations\": [\"999999\"], \"facts\": "            \
    "{\"registered_locally\": true, \"taxed_locally\": true, \"@ID@_equipment\": " amount "}}, \"expect\": {\"places\": {\"999999\": "  \
    "{\"policies\": {\"@ID@\": {\"measures\": {\"@ID@.equipment\": " expected "}}}}}}}\n"

static const char cases[] =
    CASE("the figure itself", "1000000", "{\"status\": \"eligible\", \"amount\": {\"low\": 100000, \"high\": 100000}}")
    CASE("a fen less", "999999.99", "{\"status\": \"ineligible\"}")
    CASE("the ceiling", "6000000", "{\"status\": \"eligible\", \"amount\": {\"low\": 500000, \"high\": 500000}}");
/* clang-format on */

const struct start_file start_files[START_FILES] = {
    {"policy.c", {policy_head, policy_tail}}, {"Makefile", {makefile}}, {"README.md", {readme}}, {"cases/@ID@.jsonl", {cases}}};
