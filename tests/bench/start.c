/* How long a program takes from nothing to the end of what it prints: bench_start COUNT PROGRAM [ARGUMENT…] starts it so many times, one after the
   other, and prints one line of JSON: milliseconds, the median, the least and the most. Node's own way of starting one takes several. */
#define _POSIX_C_SOURCE 200809L
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COUNT_MAX = 1000 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* Starts it and reads what it prints; false if it could not be started or ended with an error. */
static bool start(char **arguments) {
    extern char **environ;
    static char bytes[1 << 16];
    int ends[2], status;
    pid_t child;
    posix_spawn_file_actions_t actions;
    if (pipe(ends) != 0 || posix_spawn_file_actions_init(&actions) != 0) return false;
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    bool started = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    while (started && read(ends[0], bytes, sizeof bytes) > 0) continue;
    close(ends[0]);
    return started && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int by_size(const void *x, const void *y) {
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

int main(int argument_count, char **arguments) {
    static double took[COUNT_MAX];
    int count = argument_count > 2 ? atoi(arguments[1]) : 0;
    if (count < 1 || count > COUNT_MAX) return 2;
    for (int i = 0; i < count; i++) {
        double begin = now();
        if (!start(arguments + 2)) {
            fprintf(stderr, "%s does not run\n", arguments[2]);
            return 1;
        }
        took[i] = now() - begin;
    }
    qsort(took, (size_t)count, sizeof took[0], by_size);
    printf("{\"median\": %.3f, \"min\": %.3f, \"max\": %.3f}\n", took[count / 2], took[0], took[count - 1]);
    return 0;
}
