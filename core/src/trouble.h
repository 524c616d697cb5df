/* Why the system does not read or write a file. */
#ifndef TROUBLE_H
#define TROUBLE_H

#include <errno.h>
#include <string.h>

/* In Chinese, by its errno: the system's own words are English, for no locale is set. Those of what is rare stay English. */
static inline const char *trouble_zh(int number) {
    switch (number) {
    case ENOENT: return "没有这个文件或目录";
    case EACCES:
    case EPERM: return "没有权限";
    case EISDIR: return "是目录，不是文件";
    case ENOTDIR: return "路径里有一段不是目录";
    case ENAMETOOLONG: return "路径太长";
    case EROFS: return "所在的磁盘只能读";
    case ENOSPC: return "磁盘已满";
    case EFBIG: return "文件超过了允许的大小";
    case EIO: return "磁盘读写出错";
    case ENOMEM: return "内存不足";
    default: return strerror(number);
    }
}

#endif
