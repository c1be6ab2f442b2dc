/* A pager between the program and a person.
 *
 * The pager is a child that reads a pipe. A second pipe, which closes itself
 * when the child becomes the pager, tells whether it could: if not, the output
 * goes to the terminal as it would have without. */
#include "pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "message.h"
#include "terminal.h"

static pid_t pager_process;

/* The command, NULL where none is wanted. */
static const char *
pager_command(void)
{
    const char *command = getenv("FATIAO_PAGER");
    if (command == NULL)
        command = getenv("PAGER");
    if (command == NULL)
        return "less -FIRX";
    if (command[0] == '\0' || strcmp(command, "cat") == 0)
        return NULL;
    return command;
}

/* Becomes the pager. Returns only if it cannot. */
static void
execute(const char *command)
{
    enum { WORDS_MAX = 16 };
    char *words[WORDS_MAX + 1] = {NULL};
    size_t count = 0;
    setenv("LESS", "FIRX", 0);
    setenv("LESSCHARSET", "utf-8", 0);
    if (strpbrk(command, "|&;<>()$`\\\"'*?[#~=%\t\n") != NULL) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        return;
    }
    char *copy = strdup(command);
    char *rest = copy;
    char *word = NULL;
    while (count < WORDS_MAX && (word = strsep(&rest, " ")) != NULL) {
        if (word[0] != '\0')
            words[count++] = word;
    }
    if (count > 0)
        execvp(words[0], words);
    free(copy);
}

/* The child's part: reads `input`, and writes why it failed to `report`. */
static void
run_child(const char *command, int input, int report)
{
    dup2(input, STDIN_FILENO);
    signal(SIGPIPE, SIG_DFL);
    execute(command);
    const int reason = errno;
    const ssize_t written = write(report, &reason, sizeof(reason));
    _exit(written < 0 ? 126 : 127);
}

static void
report_failure(const char *command, int reason)
{
    if (getenv("FATIAO_PAGER") != NULL || getenv("PAGER") != NULL)
        message_error("cannot run the pager %s: %s", command, strerror(reason));
}

/* Starts the child and learns whether it became the pager. */
static bool
start_child(const char *command, const int input[2], const int report[2])
{
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0)
        run_child(command, input[0], report[1]);
    close(report[1]);
    int reason = 0;
    ssize_t got = 0;
    do
        got = read(report[0], &reason, sizeof(reason));
    while (got < 0 && errno == EINTR);
    close(report[0]);
    if (got > 0) {
        waitpid(child, NULL, 0);
        report_failure(command, reason);
        return false;
    }
    pager_process = child;
    return true;
}

void
pager_start(void)
{
    const char *command = pager_command();
    int input[2];
    int report[2];
    if (command == NULL || !terminal_can_draw(STDOUT_FILENO))
        return;
    if (pipe2(input, O_CLOEXEC) != 0)
        return;
    if (pipe2(report, O_CLOEXEC) != 0) {
        close(input[0]);
        close(input[1]);
        return;
    }
    if (start_child(command, input, report)) {
        dup2(input[1], STDOUT_FILENO);
        /* A pager that is left early is no error. */
        signal(SIGPIPE, SIG_IGN);
        /* Ctrl-C is for the pager. */
        signal(SIGINT, SIG_IGN);
        signal(SIGQUIT, SIG_IGN);
    }
    close(input[0]);
    close(input[1]);
}

bool
pager_finish(void)
{
    if (pager_process == 0)
        return false;
    fclose(stdout);
    while (waitpid(pager_process, NULL, 0) < 0 && errno == EINTR)
        continue;
    pager_process = 0;
    return true;
}
