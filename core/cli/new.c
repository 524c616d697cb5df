/* huisuan policy new: a region to begin with, whole or not at all. */
#include "cli.h"
#include "start.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ID_MAX = 32, FOLDER = 0755 }; /* the loader takes nothing from a folder that others can write to */

/* As the checker has it, and short enough for the facts that are named after it. */
static bool is_id(const char *id) {
    size_t length = strlen(id);
    return length >= 1 && length <= ID_MAX && id[0] >= 'a' && id[0] <= 'z' && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

/* Writes a text with the id in place of each @ID@. */
static void put(FILE *file, const char *text, const char *id) {
    for (const char *mark; (mark = strstr(text, "@ID@")) != NULL; text = mark + strlen("@ID@")) {
        fwrite(text, 1, (size_t)(mark - text), file);
        fputs(id, file);
    }
    fputs(text, file);
}

/* FOLDER/NAME with the id put in; false where that is too long. */
static bool path_of(char path[PATH_MAX], const char *folder, const char *name, const char *id) {
    const char *mark = strstr(name, "@ID@");
    int before = mark == NULL ? (int)strlen(name) : (int)(mark - name);
    int length =
        snprintf(path, PATH_MAX, "%s/%.*s%s%s", folder, before, name, mark == NULL ? "" : id, mark == NULL ? "" : mark + strlen("@ID@"));
    if (length < PATH_MAX) return true;
    errno = ENAMETOOLONG;
    return false;
}

static bool write_file(const char *folder, const struct start_file *start, const char *id) {
    char path[PATH_MAX];
    FILE *file = path_of(path, folder, start->name, id) ? fopen(path, "wx") : NULL;
    if (file == NULL) return false;
    for (size_t i = 0; i < START_PARTS && start->parts[i] != NULL; i++) put(file, start->parts[i], id);
    bool written = fflush(file) == 0 && ferror(file) == 0;
    int number = errno;
    if (fclose(file) != 0 && written) written = false, number = errno;
    errno = number;
    return written;
}

static bool write_files(const char *folder, const char *id) {
    char path[PATH_MAX];
    if (!path_of(path, folder, "cases", id) || mkdir(path, FOLDER) != 0) return false;
    for (size_t i = 0; i < START_FILES; i++)
        if (!write_file(folder, &start_files[i], id)) return false;
    return true;
}

/* What was written before something failed. */
static void take_back(const char *folder, const char *id) {
    char path[PATH_MAX];
    for (size_t i = 0; i < START_FILES; i++)
        if (path_of(path, folder, start_files[i].name, id)) unlink(path);
    if (path_of(path, folder, "cases", id)) rmdir(path);
    rmdir(folder);
}

static int fail(const struct cli *cli, const char *folder, int number) {
    if (number != EEXIST) return host_fail_write(cli, folder, number);
    fprintf(stderr, say(cli, "huisuan: %s: 已经存在，没有改动\n", "huisuan: %s: exists already; nothing was changed\n"), folder);
    return EXIT_OUTPUT;
}

int run_policy_new(const struct cli *cli, const char *id, const char *directory) {
    char folder[PATH_MAX];
    if (!is_id(id))
        return host_usage(cli, "ID 应为小写字母开头的字母、数字和下划线，最多 32 个，如 qingpu",
                          "ID is a letter a-z, then letters, digits and _, at most 32, like qingpu");
    if (!path_of(folder, directory, id, id)) return fail(cli, directory, errno);
    if (mkdir(folder, FOLDER) != 0) return fail(cli, folder, errno);
    if (!write_files(folder, id)) {
        int number = errno;
        take_back(folder, id);
        return fail(cli, folder, number);
    }
    printf(say(cli, "已建立 %s：policy.c、cases、README.md、Makefile。先运行 make -C %s check，再照着文件改 policy.c。\n",
               "Made %s: policy.c, cases, README.md, Makefile. Try make -C %s check, then change policy.c by the document.\n"),
           folder, folder);
    return EXIT_OK;
}
