# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
# suites.sh: the package lists of a Debian suite that need not be this machine's. Sourced by what fetches packages of one:
# get-kernel, get-package. $cache is a directory of the caller's, and $cache/apt is there.

# The archive that carries a suite and the key it is signed with, as this machine's apt knows them: "URI KEY".
archive() {
	local suite=$1 uri release label key
	# shellcheck disable=SC2016 # apt-get expands them
	apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(LABEL)|$(SIGNED_BY)' 'Identifier: Packages' |
		while IFS='|' read -r uri release label key; do
			case $suite:$label:$release in
			*-security:Debian-Security:* | *-security:*:*-security) ;;
			*-security:* | *:*:*-security | *-backports:*) continue ;;
			*:Debian:*) ;;
			*) continue ;;
			esac
			case $key in /*) ;; *) key=/usr/share/keyrings/debian-archive-keyring.gpg ;; esac
			echo "$uri $key"
			break
		done
}

# One suite's own apt state, so that the machine's stays as it is: sets apt_options, and fetches the list of packages.
# shellcheck disable=SC2154 # $cache is the caller's
apt_update() {
	local suite=$1 state=$cache/apt/$1 uri key
	read -r uri key < <(archive "$suite") || return 1
	mkdir -p "$state/lists/partial" "$state/archives/partial"
	echo "deb [arch=amd64 signed-by=$key] $uri $suite main" >"$state/sources.list"
	apt_options=(-qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null
		-o Dir::State::lists="$state/lists" -o Dir::Cache::archives="$state/archives" -o Dir::Cache::pkgcache=
		-o Dir::Cache::srcpkgcache= -o APT::Sandbox::User= -o APT::Architecture=amd64 -o APT::Architectures=amd64
		-o Acquire::Languages=none -o Acquire::Retries=2 -o Acquire::http::Timeout=30)
	timeout -k 5 240 apt-get "${apt_options[@]}" update 2>/dev/null >&2 &&
		[ -n "$(find "$state/lists" -name '*_Packages*' -print -quit)" ]
}
