#include "cli.h"

#ifdef HUISUAN_XLSX

#include "xlsx.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

struct xlsx xlsx;

bool xlsx_load(const struct cli *cli) {
    void *library = dlopen(HUISUAN_XLSX, RTLD_NOW | RTLD_LOCAL), *found = library;
/* ISO C has no cast from an object pointer to a function pointer; POSIX gives both one size. */
#define FIND(name)                                                                                                                         \
    if (found != NULL) found = dlsym(library, #name);                                                                                      \
    memcpy(&xlsx.name, &found, sizeof found);
    XLSX_FUNCTIONS(FIND)
#undef FIND
    if (found != NULL) return true;
    const char *reason = dlerror();
    fprintf(stderr,
            say(cli, "huisuan: 加载不了 libxlsxwriter，不能生成 Excel 文件：%s；请安装它，或改用 csv\n",
                "huisuan: libxlsxwriter cannot be loaded, so there is no workbook: %s; install it, or use csv\n"),
            reason == NULL ? "?" : reason);
    return false;
}

#endif
