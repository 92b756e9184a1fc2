/* explorer PROGRAM: starts a program without arguments and waits for it, as the file manager does after a double click.
 * It has to be called explorer.exe, for the program looks at the name of who started it. */
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION begun;
    DWORD code = 1;
    if (count != 2) return 2;
    if (!CreateProcessW(arguments[1], NULL, NULL, NULL, TRUE, 0, NULL, NULL, &start, &begun)) return 1;
    WaitForSingleObject(begun.hProcess, INFINITE);
    GetExitCodeProcess(begun.hProcess, &code);
    return (int)code;
}
