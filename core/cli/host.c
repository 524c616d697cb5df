#include "cli.h"
#include "program.h"
#include "trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { NAMES_TRIED = 100 };

/* A text that a document or a plugin may have brought: control characters, which a terminal might obey, become question marks. */
static void print_plain(const char *text) {
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
        bool two = at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F;
        fputc(two || *at < 0x20 || *at == 0x7F ? '?' : *at, stderr);
        at += two;
    }
}

static void append(char *text, size_t size, const char *format, const char *list) {
    size_t length = strlen(text);
    snprintf(text + length, size - length, format, list);
}

void host_cure(hs_error *error) {
    static const struct {
        const char *zh, *en; /* with the list's id */
    } cures[] = {[HS_CURE_TABLE] = {"：请用 --list %s=FILE 给出", ": give it by --list %s=FILE"},
                 [HS_CURE_ENCODING] = {"；如果表格由中文版 Excel 另存，请加 --encoding gb18030%.0s",
                                       "; a table saved by a Chinese Excel may want --encoding gb18030%.0s"},
                 [HS_CURE_HEADINGS] = {"。全部列名可用 huisuan facts 查看%.0s", "; huisuan facts lists them all%.0s"}};
    const char *dot = strrchr(error->path, '.'), *list = dot == NULL ? error->path : dot + 1;
    if (error->cure == HS_CURE_NONE) return;
    append(error->zh, sizeof error->zh, cures[error->cure].zh, list);
    append(error->en, sizeof error->en, cures[error->cure].en, list);
    error->cure = HS_CURE_NONE;
}

int host_fail(const struct cli *cli, const char *file, const hs_error *of) {
    hs_error cured = *of, *error = &cured;
    host_cure(error);
    fputs("huisuan: ", stderr);
    if (file != NULL) fprintf(stderr, "%s:", file);
    if (file != NULL && error->line > 0) fprintf(stderr, "%d:%d:", error->line, error->column);
    if (file != NULL) fputc(' ', stderr);
    const char *const parts[] = {error->path, error->clause};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        print_plain(parts[i]);
        if (parts[i][0] != '\0') fputs(": ", stderr);
    }
    print_plain(say(cli, error->zh, error->en));
    fputc('\n', stderr);
    return -error->code;
}

static const char *reason(const struct cli *cli, int number) { return cli->language == HS_ZH ? trouble_zh(number) : strerror(number); }

int host_fail_file(const struct cli *cli, const char *file, int number) {
    fprintf(stderr, say(cli, "huisuan: %s: 不能读取：%s\n", "huisuan: %s: cannot be read: %s\n"), file, reason(cli, number));
    return EXIT_INPUT;
}

int host_usage(const struct cli *cli, const char *zh, const char *en) {
    fputs("huisuan: ", stderr);
    print_plain(say(cli, zh, en));
    fprintf(stderr, say(cli, "\n用法见 huisuan%s%s --help\n", "\nsee huisuan%s%s --help\n"), cli->command == NULL ? "" : " ",
            cli->command == NULL ? "" : cli->command);
    return EXIT_USAGE;
}

int host_print(char *text) {
    if (text == NULL) return EXIT_MEMORY;
    puts(text);
    free(text);
    return EXIT_OK;
}

int host_finish(const struct cli *cli, int code) {
    if (code == EXIT_MEMORY) {
        fprintf(stderr, "%s\n", say(cli, "huisuan: 内存不足", "huisuan: out of memory"));
        code = EXIT_INTERNAL;
    }
    if (fflush(stdout) == 0 && ferror(stdout) == 0) return code;
    if (errno == EPIPE) return EXIT_OUTPUT; /* nobody reads on; where there are signals, SIGPIPE has ended the program */
    fprintf(stderr, say(cli, "huisuan: 结果没有写完：%s\n", "huisuan: the result could not be written: %s\n"), reason(cli, errno));
    return EXIT_OUTPUT;
}

hs_date host_today(void) {
    time_t now = time(NULL) + 8 * 60 * 60;
    struct tm day;
    if (gmtime_r(&now, &day) == NULL) return (hs_date){0, 0, 0};
    return (hs_date){day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------------- */

char *host_read(const struct cli *cli, const char *path, size_t *length) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    char *text = file == NULL ? NULL : malloc(DOCUMENT_MAX + 1);
    if (text == NULL) {
        host_fail_file(cli, path, errno);
        if (file != NULL && !standard) fclose(file);
        return NULL;
    }
    errno = 0;
    *length = fread(text, 1, DOCUMENT_MAX + 1, file);
    if (ferror(file) != 0) {
        host_fail_file(cli, path, errno);
        free(text);
        text = NULL;
    }
    if (!standard) fclose(file);
    return text;
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------------- */

int host_fail_write(const struct cli *cli, const char *file, int number) {
    fprintf(stderr, say(cli, "huisuan: %s: 不能写入：%s\n", "huisuan: %s: cannot be written: %s\n"), file, reason(cli, number));
    return EXIT_OUTPUT;
}

/* Writes the file and makes sure that it is on the disk. */
static bool write_through(int file, const char *bytes, size_t length) {
    size_t done = 0;
    while (done < length) {
        ssize_t count = write(file, bytes + done, length - done);
        if (count < 0 && errno != EINTR) return false;
        if (count > 0) done += (size_t)count;
    }
    return fsync(file) == 0;
}

bool host_sync_directory(const char *path) {
    char *copy = strdup(path);
    int directory = copy == NULL ? -1 : open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool synced = directory >= 0 && fsync(directory) == 0;
    if (directory >= 0) close(directory);
    free(copy);
    return synced;
}

/* A new file beside the path, as readable for others as any (mkstemp's is not); -1 with errno. */
static int open_beside(char name[PATH_MAX], const char *path) {
    int file = -1;
    errno = EEXIST;
    for (int i = 0; file < 0 && errno == EEXIST && i < NAMES_TRIED; i++) {
        if (snprintf(name, PATH_MAX, "%s.%ld-%d", path, (long)getpid(), i) >= PATH_MAX) return errno = ENAMETOOLONG, -1;
        file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    return file;
}

int host_write_bytes(const struct cli *cli, const char *path, const char *bytes, size_t length) {
    char name[PATH_MAX];
    int file = open_beside(name, path);
    if (file < 0) return host_fail_write(cli, path, errno);
    bool written = write_through(file, bytes, length);
    int number = errno;
    if (close(file) != 0 && written) written = false, number = errno;
    if (written && (rename(name, path) != 0 || !host_sync_directory(path))) written = false, number = errno;
    if (written) return EXIT_OK;
    unlink(name);
    return host_fail_write(cli, path, number);
}

int host_write(const struct cli *cli, const char *path, const char *text) { return host_write_bytes(cli, path, text, strlen(text)); }

hs_options host_options(const struct cli *cli) {
    return (hs_options){.as_of = cli->as_of,
                        .today = host_today(),
                        .locations = (const char *const *)cli->locations,
                        .location_count = cli->location_count,
                        .brief = cli->brief};
}

/* ---- Plugins --------------------------------------------------------------------------------------------------------------------- */

char *host_absolute(const struct cli *cli, const char *path) {
    char *absolute = program_absolute(path);
    if (absolute == NULL) host_fail_file(cli, path, errno);
    return absolute;
}

hs_engine *host_engine(const struct cli *cli, int *code) {
    hs_error error = {0};
    hs_engine *engine = NULL;
    char *directory = cli->plugins != NULL ? host_absolute(cli, cli->plugins) : program_plugins();
    *code = EXIT_PLUGIN;
    if (directory == NULL) {
        if (cli->plugins == NULL)
            fprintf(stderr, "%s\n",
                    say(cli, "huisuan: 没有找到插件目录，请用 --plugins 指明",
                        "huisuan: no plugins directory was found; name one with --plugins"));
        return NULL;
    }
    int status = hs_engine_new(&engine, &error);
    if (status == HS_OK) status = hs_engine_load(engine, directory, &error);
    if (status == HS_OK && hs_engine_policy_count(engine) == 0) {
        fprintf(stderr,
                say(cli, "huisuan: %s: 目录里没有插件（*" HS_PLUGIN_SUFFIX "）\n",
                    "huisuan: %s: there is no plugin (*" HS_PLUGIN_SUFFIX ") in this directory\n"),
                directory);
        hs_engine_free(engine);
        engine = NULL;
    }
    if (status == HS_OK && engine != NULL) status = hs_engine_set_all(engine, cli->settings, cli->setting_count, &error);
    free(directory);
    if (status == HS_OK) return engine;
    *code = host_fail(cli, NULL, &error);
    hs_engine_free(engine);
    return NULL;
}

hs_engine *host_engine_for(const struct cli *cli, const char *json, size_t length) {
    hs_engine *engine = NULL;
    hs_options options = host_options(cli);
    char *directory = cli->plugins != NULL ? program_absolute(cli->plugins) : program_plugins();
    if (directory == NULL) return NULL;
    int status = hs_engine_new(&engine, NULL);
    if (status == HS_OK) status = hs_engine_load_for(engine, directory, json, length, &options, NULL);
    if (status == HS_OK) status = hs_engine_set_all(engine, cli->settings, cli->setting_count, NULL);
    free(directory);
    if (status == HS_OK && hs_engine_policy_count(engine) > 0) return engine;
    hs_engine_free(engine);
    return NULL;
}

hs_engine *host_neighbours(const struct cli *cli) {
    hs_engine *engine = NULL;
    char *directory = cli->plugins != NULL ? program_absolute(cli->plugins) : program_plugins();
    if (directory == NULL) return NULL;
    int status = hs_engine_new(&engine, NULL);
    if (status == HS_OK) status = hs_engine_load(engine, directory, NULL);
    free(directory);
    if (status == HS_OK) return engine;
    hs_engine_free(engine);
    return NULL;
}
