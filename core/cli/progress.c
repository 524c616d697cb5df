#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { BAR = 24 }; /* the whole line fits 80 columns; plain signs are one column wide on every terminal */

void progress_begin(struct progress *progress, const struct cli *cli, int64_t read, int64_t rows) {
    *progress = (struct progress){
        .cli = cli, .read = read, .rows = rows, .shown = isatty(STDERR_FILENO) == 1 && (isatty(STDOUT_FILENO) != 1 || cli->output != NULL)};
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
    progress->last = progress->began;
}

static int64_t milliseconds(struct timespec from, struct timespec to) {
    return (int64_t)(to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000;
}

void progress_show(struct progress *progress, int64_t read, int64_t size, int64_t rows) {
    struct timespec now;
    if (!progress->shown) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (milliseconds(progress->last, now) < 200) return;
    progress->last = now;
    int64_t spent = milliseconds(progress->began, now), rate = (rows - progress->rows) * 1000 / (spent > 0 ? spent : 1);
    fputs("\r\033[K", stderr);
    if (size > 0 && read > progress->read) {
        int64_t share = read < size ? read : size, filled = share * BAR / size;
        int64_t left = spent * (size - share) / (read - progress->read) / 1000;
        for (int i = 0; i < BAR; i++) fputc(i < filled ? '#' : '.', stderr);
        fprintf(stderr, say(progress->cli, " %d%%，剩余 %" PRId64 ":%02" PRId64 "，", " %d%%, %" PRId64 ":%02" PRId64 " left, "),
                (int)(share * 100 / size), left / 60, left % 60);
    }
    fprintf(stderr, say(progress->cli, "%" PRId64 " 行，每秒 %" PRId64 " 行", "%" PRId64 " rows, %" PRId64 " a second"), rows, rate);
    fflush(stderr);
}

void progress_clear(const struct progress *progress) {
    if (!progress->shown) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}
