#!/bin/sh
# Bring what Debian must provide, where we may: the text layout that PDF writing leans on ("writers")
# a browser for the browser tests ("browser") and Java for Apache Spark ("java"). Says plainly what is missing where we may not.
set -eu
needed=""
# Reports are set in Arial: Liberation Sans has its measures, and Noto the letters of the languages that
# children and families speak to us in. Where a letter is in no font, a PDF shows a blank box.
font_missing() { ! find /usr/share/fonts /usr/local/share/fonts -name "$1" 2>/dev/null | grep -q .; }
fonts_missing() { font_missing 'LiberationSans-Regular.*' || font_missing 'NotoSansGurmukhi-Regular.*'; }
layout_missing() { ! ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0; }
browser_missing() { ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; }
for what in "$@"; do
  case "$what" in
    writers)
      if layout_missing; then needed="$needed libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"; fi
      if fonts_missing; then needed="$needed fonts-liberation fonts-noto-core"; fi ;;
    java) if ! command -v java >/dev/null; then needed="$needed openjdk-17-jre-headless"; fi ;;
    browser) if browser_missing; then needed="$needed chromium"; fi ;;
  esac
done
[ -n "$needed" ] || exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo -n"
if command -v apt-get >/dev/null && ($sudo true) 2>/dev/null; then
  echo "Installing$needed with apt"
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends $needed >/dev/null && exit 0
fi
case "$needed" in *chromium*)
  echo "No Chromium from the system: asking Playwright for its own"
  .venv/bin/playwright install chromium || echo "No browser could be had: the browser tests will fail and say so." ;;
esac
case "$needed" in *jre*) echo "Java 17 is missing: Apache Spark cannot run until it is installed." ;; esac
case "$needed" in *fonts-*) echo "Fonts are missing: PDFs use whatever there is until they are installed (Debian: fonts-liberation fonts-noto-core)." ;; esac
case "$needed" in *pango*) echo "Pango is missing: PDFs cannot be written until it is installed (Debian: $needed)." ;; esac
