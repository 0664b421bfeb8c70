#pragma once

#include <spawn.h>

/* What glibc offers for starting a child cleanly, but declares only under _GNU_SOURCE. All close-on-exec. */

/* An anonymous file in memory; -1 and errno on failure. */
int spawn_memory_file(const char *name);

/* A pipe: ends[0] for reading, ends[1] for writing; -1 and errno on failure. */
int spawn_pipe(int ends[2]);

/* In the child: close every descriptor from `first` on. */
int spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/* In the child: change the working directory. */
int spawn_change_directory(posix_spawn_file_actions_t *actions, const char *path);
