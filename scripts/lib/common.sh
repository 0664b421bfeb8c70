# Shared by scripts/run, scripts/test and .ci/run: where the build goes, and what the machine must have.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build_dir=${VOICEMEMOS_BUILD_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/voicememos/build}

packages=(
  libcurl4-openssl-dev libsqlite3-dev libhiredis-dev libmpg123-dev libmp3lame-dev libebur128-dev libstemmer-dev
  libargon2-dev libcrypt-dev pkg-config ffmpeg espeak-ng util-linux
)

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# install_missing PACKAGE…: installs what dpkg does not know as installed.
install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  command -v apt-get >/dev/null || fail "install these packages first: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "run as root once, or install: ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    >/tmp/voicememos-apt.log 2>&1 || { cat /tmp/voicememos-apt.log >&2; fail "the packages could not be installed"; }
}

need_swift() {
  local needed=6.2 version
  command -v swift >/dev/null || fail "Swift $needed or newer is needed: https://www.swift.org/install"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p')
  [ "$(printf '%s\n' "$needed" "$version" | sort -V | head -n 1)" = "$needed" ] ||
    fail "Swift $needed or newer is needed, this is ${version:-unknown}: https://www.swift.org/install"
}

# use_ccache: C code of the dependencies is compiled once per machine, where ccache is there.
use_ccache() {
  command -v ccache >/dev/null || return 0
  local clang wrapper
  clang=$(dirname "$(command -v swift)")/clang
  [ -x "$clang" ] || return 0
  wrapper=$(dirname "$build_dir")/ccache-clang
  mkdir -p "$(dirname "$wrapper")"
  printf '#!/bin/sh\nexec ccache "%s" "$@"\n' "$clang" >"$wrapper"
  chmod +x "$wrapper"
  export CC=$wrapper CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
}
