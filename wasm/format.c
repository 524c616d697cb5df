/* The core formats whole numbers and text only. The C library's formatter brings the arithmetic of long doubles with it, a tenth of the
   module; its integer-only twin does the same without. The linker sends calls of vsnprintf here (--wrap). */
#include <stdarg.h>
#include <stddef.h>

int vsniprintf(char *buffer, size_t size, const char *format, va_list arguments);
int __wrap_vsnprintf(char *buffer, size_t size, const char *format, va_list arguments);

int __wrap_vsnprintf(char *buffer, size_t size, const char *format, va_list arguments) {
    return vsniprintf(buffer, size, format, arguments);
}
