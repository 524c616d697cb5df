#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_LEAST = 60, WIDTH_MOST = 100 };

struct paper paper_begin(const struct cli *cli) {
    struct winsize size = {0};
    int width = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : WIDTH_MOST;
    if (width < WIDTH_LEAST) width = WIDTH_LEAST;
    return (struct paper){cli, cli->format == FORMAT_MARKDOWN, width > WIDTH_MOST ? WIDTH_MOST : width};
}

/* ---- Characters ------------------------------------------------------------------------------------------------------------------ */

/* One character of UTF-8 and its length in bytes; 0 for one of which the end is cut off, with what there is of it. */
static unsigned decode(const char *text, int *length) {
    unsigned char first = (unsigned char)text[0];
    int whole = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned point = whole == 1 ? first : first & (0x7Fu >> whole);
    for (*length = 1; *length < whole && text[*length] != '\0'; ++*length) point = point << 6 | ((unsigned char)text[*length] & 0x3Fu);
    return *length == whole ? point : 0;
}

static int columns_of(unsigned point) {
    if ((point >= 0x300 && point <= 0x36F) || (point >= 0x200B && point <= 0x200F) || (point >= 0xFE00 && point <= 0xFE0F)) return 0;
    bool wide = (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7A3) ||
                (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFE30 && point <= 0xFE6F) || (point >= 0xFF00 && point <= 0xFF60) ||
                (point >= 0xFFE0 && point <= 0xFFE6) || (point >= 0x1F300 && point <= 0x1FAFF) || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
}

int paper_columns(const char *text) {
    int columns = 0, length;
    for (; *text != '\0'; text += length) columns += columns_of(decode(text, &length));
    return columns;
}

/* Prints so many bytes; control characters, which a name may hold, and what is left of one cut off become a question mark, and Markdown's own
   signs are escaped. */
static void print_bytes(const struct paper *paper, const char *text, int count) {
    int plain = 0; /* where what stands for itself begins */
    for (int at = 0, length; at < count; at += length) {
        unsigned point = decode(text + at, &length);
        bool control = point < 0x20 || (point >= 0x7F && point <= 0x9F);
        bool escaped = !control && paper->markdown && point < 0x80 && strchr("\\`*_[]<>|#", (int)point) != NULL;
        if (!control && !escaped) continue;
        fwrite(text + plain, 1, (size_t)(at - plain), stdout);
        putchar(control ? '?' : '\\');
        plain = control ? at + length : at;
    }
    fwrite(text + plain, 1, (size_t)(count - plain), stdout);
}

static void print(const struct paper *paper, const char *text) { print_bytes(paper, text, (int)strlen(text)); }

/* Of a line that is not Markdown. */
static void tone_on(const struct paper *paper, enum paper_tone tone) {
    static const char *const codes[] = {
        [TONE_GOOD] = "\033[32m", [TONE_OPEN] = "\033[33m", [TONE_BAD] = "\033[31m", [TONE_FAINT] = "\033[2m"};
    if (paper->cli->color && tone != TONE_PLAIN) fputs(codes[tone], stdout);
}

static void tone_off(const struct paper *paper, enum paper_tone tone) {
    if (paper->cli->color && tone != TONE_PLAIN) fputs("\033[0m", stdout);
}

static void spaces(int count) {
    for (int i = 0; i < count; i++) putchar(' ');
}

/* ---- Lines ----------------------------------------------------------------------------------------------------------------------- */

void paper_gap(const struct paper *paper) {
    (void)paper;
    putchar('\n');
}

void paper_title(const struct paper *paper, const char *text) {
    fputs(paper->markdown ? "# " : paper->cli->color ? "\033[1m" : "", stdout);
    print(paper, text);
    fputs(!paper->markdown && paper->cli->color ? "\033[0m\n" : "\n", stdout);
    if (paper->markdown) putchar('\n');
}

static void print_heading(const struct paper *paper, const char *mark, const char *sign, const char *text) {
    putchar('\n');
    fputs(paper->markdown ? mark : paper->cli->color ? "\033[1m" : "", stdout);
    if (!paper->markdown) fputs(sign, stdout);
    print(paper, text);
    fputs(!paper->markdown && paper->cli->color ? "\033[0m\n" : "\n", stdout);
    if (paper->markdown) putchar('\n');
}

void paper_heading(const struct paper *paper, const char *text) { print_heading(paper, "## ", "■ ", text); }

void paper_subheading(const struct paper *paper, const char *text) { print_heading(paper, "### ", "▪ ", text); }

void paper_figure(const struct paper *paper, int level, const char *left, const char *right, enum paper_tone tone) {
    if (paper->markdown) {
        printf("%*s- **", 2 * level, "");
        print(paper, left);
        fputs("**", stdout);
        if (right[0] != '\0') fputs(say(paper->cli, "：", ": "), stdout);
        print(paper, right);
        putchar('\n');
        return;
    }
    int room = paper->width - 2 - 2 * level - paper_columns(left) - paper_columns(right);
    spaces(2 + 2 * level);
    tone_on(paper, tone);
    print(paper, left);
    tone_off(paper, tone);
    if (room < 1 && right[0] != '\0') { /* both do not fit: the figure on a line of its own */
        putchar('\n');
        room = paper->width - paper_columns(right);
    }
    if (right[0] != '\0') spaces(room);
    print(paper, right);
    putchar('\n');
}

static void print_cells(const struct paper *paper, const char *const *cells, int count) {
    for (int i = 0; i < count; i++) {
        fputs("| ", stdout);
        print(paper, cells[i]);
        fputs(i + 1 < count ? " " : " |", stdout);
    }
    putchar('\n');
}

void paper_row(const struct paper *paper, const char *const *cells, const int *widths, int count, bool head) {
    if (paper->markdown) {
        print_cells(paper, cells, count);
        for (int i = 0; head && i <= count; i++) fputs(i == count ? "|\n" : i == 0 ? "| --- " : "| ---: ", stdout);
        return;
    }
    int at = 2 + paper_columns(cells[0]), edge = 2 + widths[0];
    spaces(2);
    print(paper, cells[0]);
    for (int i = 1; i < count; i++) {
        int columns = paper_columns(cells[i]);
        edge = widths[i] > 0 && edge + widths[i] < paper->width ? edge + widths[i] : paper->width;
        if (at + 1 + columns > edge) { /* no room beside what stands there: a line further down, in its own column */
            putchar('\n');
            at = 0;
        }
        if (edge > at + columns) spaces(edge - at - columns);
        print(paper, cells[i]);
        at = edge > at + columns ? edge : at + columns;
    }
    putchar('\n');
}

/* Whether a line may be broken before `next`. */
static bool may_break(unsigned last, unsigned next) {
    static const unsigned never_first[] = {0xFF0C, 0x3002, 0xFF1B, 0x3001, 0xFF09, 0xFF1A, 0x201D, 0x300B, 0x3015, 0xFF1F};
    for (size_t i = 0; i < sizeof never_first / sizeof never_first[0]; i++)
        if (next == never_first[i]) return false;
    if (last == 0x201C || last == 0xFF08 || last == 0x300A || last == 0x3014) return false;
    return last == ' ' || columns_of(last) == 2 || columns_of(next) == 2;
}

/* The bytes of `text` that fit in `room` columns, ending where a line may be broken. */
static int fitting(const char *text, int room) {
    int columns = 0, best = 0, at = 0, length;
    unsigned last = 0;
    for (; text[at] != '\0'; at += length) {
        unsigned point = decode(text + at, &length);
        if (at > 0 && may_break(last, point)) best = at;
        columns += columns_of(point);
        if (columns > room && at > 0) return best > 0 ? best : at;
        last = point;
    }
    return at;
}

void paper_text(const struct paper *paper, int level, const char *label, const char *text, enum paper_tone tone) {
    if (paper->markdown) {
        printf("%*s- ", 2 * level, "");
        print(paper, label);
        if (label[0] != '\0') putchar(' ');
        print(paper, text);
        putchar('\n');
        return;
    }
    int indent = 2 + 2 * level, hang = indent + (label[0] == '\0' ? 0 : paper_columns(label) + 1);
    spaces(indent);
    tone_on(paper, tone);
    print(paper, label);
    tone_off(paper, tone);
    if (label[0] != '\0') putchar(' ');
    for (bool first = true; first || *text != '\0'; first = false) {
        if (!first) spaces(hang);
        int take = fitting(text, paper->width - hang), end = take;
        while (end > 0 && text[end - 1] == ' ') end--;
        print_bytes(paper, text, end);
        putchar('\n');
        text += take;
        while (*text == ' ') text++;
    }
}
