#define _GNU_SOURCE
#include "CSpawn.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int spawn_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int spawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int spawn_change_directory(posix_spawn_file_actions_t *actions, const char *path) {
  return posix_spawn_file_actions_addchdir_np(actions, path);
}
