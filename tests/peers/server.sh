# Sourced: `start_server` starts the bot on a free port of 127.0.0.1, in memory; `$base` is its address.
start_server() {
  cargo build --locked --all-features --quiet
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  base="http://127.0.0.1:$port"
  "${CARGO_TARGET_DIR:-target}/debug/payment-smart-bot" serve --memory --listen "127.0.0.1:$port" "$@" >/dev/null 2>&1 &
  server=$!
  trap 'kill "$server" 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    if curl -sf "$base/health" >/dev/null; then return; fi
    sleep 0.1
  done
  echo "the server did not come up" >&2
  exit 1
}
