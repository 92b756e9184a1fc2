/* hold FILE MARK: holds a file open as Excel holds a workbook, others may read it but neither write nor delete or
 * rename it. Makes the file MARK once it holds it, and ends when MARK is gone. */
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
    if (count != 3) return 2;
    HANDLE book = CreateFileW(arguments[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    if (book == INVALID_HANDLE_VALUE) return 1;
    HANDLE mark = CreateFileW(arguments[2], GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    if (mark == INVALID_HANDLE_VALUE) return 1;
    CloseHandle(mark);
    while (GetFileAttributesW(arguments[2]) != INVALID_FILE_ATTRIBUTES) Sleep(50);
    CloseHandle(book);
    return 0;
}
