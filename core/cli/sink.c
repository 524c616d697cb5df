#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MILLISECONDS_BETWEEN = 50, JOURNAL_MAX = 64 * 1024 };

static int fail(const struct sink *sink, int number) { return host_fail_write(sink->cli, sink->file, number); }

static char *join(const char *file, const char *suffix) {
    char *name = malloc(strlen(file) + strlen(suffix) + 1);
    if (name != NULL) strcpy(stpcpy(name, file), suffix);
    return name;
}

/* ---- Going on where a run was killed --------------------------------------------------------------------------------------------- */

static const char *what_changed(const struct cli *cli, char first) {
    if (first == 'p') return say(cli, "政策已经变了", "the policies are others");
    return say(cli, "选项、日期或版本与上次不同", "the options, the date or the version are others");
}

static int refuse(const struct sink *sink, const char *why) {
    fprintf(stderr,
            say(sink->cli, "huisuan: %s: 不能接着写：%s；要重新开始请去掉 --resume\n",
                "huisuan: %s: cannot be continued: %s; leave out --resume to begin anew\n"),
            sink->file, why);
    return EXIT_USAGE;
}

int sink_other_input(const struct sink *sink) { return refuse(sink, say(sink->cli, "输入文件已经变了", "the input is another")); }

/* The first line of the key that the journal does not begin with; NULL where it has them all. */
static const char *first_difference(const char *journal, const char *key) {
    while (*key != '\0') {
        size_t length = strcspn(key, "\n") + 1;
        if (strncmp(journal, key, length) != 0) return key;
        key += length;
        journal += length;
    }
    return NULL;
}

/* The last whole line of what follows the key: rows, bytes, done, refused, what the rows said. */
static int64_t read_position(struct sink *sink, const char *text) {
    int64_t bytes = 0;
    for (const char *end; (end = strchr(text, '\n')) != NULL; text = end + 1) {
        int64_t rows, at, done, refused;
        char seen[SHA256_TEXT];
        if (sscanf(text, "%" SCNd64 " %" SCNd64 " %" SCNd64 " %" SCNd64 " %64s", &rows, &at, &done, &refused, seen) != 5) break;
        sink->rows = rows, sink->done = done, sink->refused = refused, bytes = at;
        memcpy(sink->seen, seen, sizeof seen);
    }
    return bytes;
}

/* Takes a last line away that is not whole, or the next one would be joined to it. */
static bool cut_off(const struct sink *sink, const char *text) {
    const char *end = strrchr(text, '\n');
    return ftruncate(sink->journal_file, end == NULL ? 0 : end + 1 - text) == 0 && lseek(sink->journal_file, 0, SEEK_END) >= 0;
}

static int take_up(struct sink *sink, const char *key, int64_t *bytes) {
    struct stat part;
    *bytes = 0;
    off_t size = lseek(sink->journal_file, 0, SEEK_END);
    char *text = size <= 0 ? NULL : calloc(1, (size_t)size + 1);
    if (text == NULL) return EXIT_OK;
    bool whole = pread(sink->journal_file, text, (size_t)size, 0) == size && cut_off(sink, text);
    const char *other = whole ? first_difference(text, key) : NULL;
    if (whole && other == NULL) *bytes = read_position(sink, text + strlen(key));
    if (fstat(sink->part_file, &part) != 0 || part.st_size < *bytes) *bytes = sink->rows = sink->done = sink->refused = 0;
    free(text);
    return other == NULL ? EXIT_OK : refuse(sink, what_changed(sink->cli, *other));
}

static int write_key(struct sink *sink, const char *key) {
    size_t length = strlen(key);
    bool written = ftruncate(sink->journal_file, 0) == 0 && pwrite(sink->journal_file, key, length, 0) == (ssize_t)length &&
                   lseek(sink->journal_file, 0, SEEK_END) >= 0;
    return written ? EXIT_OK : fail(sink, errno);
}

/* ---- Opening --------------------------------------------------------------------------------------------------------------------- */

/* Opens the part for this run alone. Another run may end after it was opened and before it is locked: the part is that run's whole file
   then and has another name, so that it is left alone and opened once more. */
static int open_part(struct sink *sink) {
    struct stat opened, named;
    bool moved;
    do {
        if (sink->part_file >= 0) close(sink->part_file);
        sink->part_file = open(sink->part, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (sink->part_file < 0) return fail(sink, errno);
        if (flock(sink->part_file, LOCK_EX | LOCK_NB) != 0) {
            int number = errno;
            close(sink->part_file);
            sink->part_file = -1;
            if (number != EWOULDBLOCK) return fail(sink, number);
            fprintf(stderr, say(sink->cli, "huisuan: %s: 另一个 huisuan 正在写\n", "huisuan: %s: another huisuan is writing it\n"),
                    sink->file);
            return EXIT_OUTPUT;
        }
        if (fstat(sink->part_file, &opened) != 0) return fail(sink, errno);
        moved = stat(sink->part, &named) != 0 ? errno == ENOENT : named.st_dev != opened.st_dev || named.st_ino != opened.st_ino;
    } while (moved);
    return EXIT_OK;
}

static int open_files(struct sink *sink) {
    sink->part = join(sink->file, ".part");
    sink->journal = join(sink->file, ".journal");
    if (sink->part == NULL || sink->journal == NULL) return EXIT_MEMORY;
    int code = open_part(sink);
    if (code != EXIT_OK) return code;
    sink->journal_file = open(sink->journal, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    return sink->journal_file < 0 ? fail(sink, errno) : EXIT_OK;
}

void sink_leave(struct sink *sink) {
    if (sink->journal_file >= 0) close(sink->journal_file);
    if (sink->part_file >= 0) close(sink->part_file);
    free(sink->part);
    free(sink->journal);
}

/* Nothing stays of a file that could not be begun; one that could not be continued waits for the next try. */
static int give_up(struct sink *sink, int code) {
    if (sink->part_file >= 0 && !sink->cli->resume) {
        unlink(sink->part);
        unlink(sink->journal);
    }
    sink_leave(sink);
    return code;
}

int sink_open(struct sink *sink, const struct cli *cli, const char *key) {
    int64_t bytes = 0;
    struct stat there;
    *sink = (struct sink){.cli = cli, .file = cli->output, .part_file = -1, .journal_file = -1};
    if (sink->file == NULL) return EXIT_OK;
    if (stat(sink->file, &there) == 0 && !S_ISREG(there.st_mode)) return fail(sink, S_ISDIR(there.st_mode) ? EISDIR : EINVAL);
    int code = open_files(sink);
    if (code == EXIT_OK && cli->resume) code = take_up(sink, key, &bytes);
    if (code == EXIT_OK && bytes == 0) code = write_key(sink, key);
    if (code == EXIT_OK && (ftruncate(sink->part_file, bytes) != 0 || lseek(sink->part_file, bytes, SEEK_SET) != bytes ||
                            fflush(stdout) != 0 || dup2(sink->part_file, STDOUT_FILENO) < 0))
        code = fail(sink, errno);
    return code == EXIT_OK ? EXIT_OK : give_up(sink, code);
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------------- */

bool sink_is_due(const struct sink *sink) {
    struct timespec now;
    if (sink->file == NULL) return false;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t spent = (int64_t)(now.tv_sec - sink->since.tv_sec) * 1000 + (now.tv_nsec - sink->since.tv_nsec) / 1000000;
    return spent >= MILLISECONDS_BETWEEN;
}

bool sink_reached(struct sink *sink, int64_t rows, int64_t done, int64_t refused, const char seen[SHA256_TEXT]) {
    char line[256];
    clock_gettime(CLOCK_MONOTONIC, &sink->since);
    bool written = fflush(stdout) == 0 && fdatasync(STDOUT_FILENO) == 0;
    int64_t bytes = written ? lseek(STDOUT_FILENO, 0, SEEK_CUR) : -1;
    int length = snprintf(line, sizeof line, "%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %s\n", rows, bytes, done, refused, seen);
    if (bytes >= 0 && write(sink->journal_file, line, (size_t)length) == length) return true;
    fail(sink, errno);
    return false;
}

int sink_close(struct sink *sink, bool keep, int code) {
    if (sink->file == NULL) return code;
    bool whole = keep && fflush(stdout) == 0 && ferror(stdout) == 0 && fsync(sink->part_file) == 0;
    int number = errno;
    unlink(sink->journal); /* before the file has its name: a kill in between leaves a part, from which nobody goes on */
    if (whole && (rename(sink->part, sink->file) != 0 || !host_sync_directory(sink->file))) whole = false, number = errno;
    if (!whole) unlink(sink->part);
    if (keep && !whole) code = fail(sink, number);
    sink_leave(sink);
    return code;
}
