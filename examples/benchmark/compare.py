#!/usr/bin/env python3
"""Measures the gateway beside a peer in Go that does the same job, and prints their ratio.

    python3 compare.py [--seconds N] [--rounds N] [--only NAME,...] [--jar FILE] [--against FILE]

Needs: java, go, cc, redis-server and the packaged launcher (mvn -DskipTests package). Everything runs on this machine, on
free ports of the loopback interface, one program under load at a time, in turns: peer, gateway, peer, gateway. Both are
warmed by one run of each load that is not counted. Of several rounds the median counts. With --against the peer is another
build of the launcher: what a change costs is the ratio of the two.
"""
import argparse
import base64
import hashlib
import hmac
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SECRET = "benchmark-secret-of-more-than-32-bytes"
TICKS = os.sysconf("SC_CLK_TCK")

# name, options of the load generator, (label, figure, unit, whether less is better)...
LOADS = {
    "headline": (
        "--conns 500 --channels 500 --publishers 500 --rate 7400",
        [("CPU per publish", "cpu_us_per_publish", "us", True), ("acknowledgement p99", "ack_p99", "us", True)],
    ),
    "fanout-5": (
        "--conns 500 --channels 100 --publishers 50 --window 16",
        [
            ("publishes", "acks_per_s", "/s", False),
            ("CPU per publish", "cpu_us_per_publish", "us", True),
            ("Redis CPU per event", "redis_us_per_publish", "us", True),
        ],
    ),
    "append-only": (
        "--conns 50 --channels 50 --subs 0 --publishers 50 --window 16",
        [("publishes", "acks_per_s", "/s", False)],
    ),
    "one-channel-paced": (
        "--conns 1000 --channels 1 --publishers 1 --rate 50",
        [("CPU per delivery", "cpu_us_per_delivery", "us", True)],
    ),
    "one-channel-flood": (
        "--conns 1000 --channels 1 --publishers 1 --window 4",
        [("deliveries", "deliveries_per_s", "/s", False)],
    ),
    "connects": (
        "--conns 9000 --channels 9000 --idle",
        [("connects", "connects_per_s", "/s", False), ("CPU per connect", "connect_cpu_us", "us", True)],
    ),
    "joins": (
        "--conns 1000 --channels 1 --idle",
        [("CPU per join", "connect_cpu_us", "us", True)],
    ),
}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_for_port(port, process, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            sys.exit(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.002)
    sys.exit(f"{process.args[0]} does not listen on {port}")


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_kb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def token():
    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    body = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(
        json.dumps({"sub": "bench", "exp": int(time.time()) + 86400}).encode())
    return (body + b"." + part(hmac.new(SECRET.encode(), body, hashlib.sha256).digest())).decode()


class Bench:
    def __init__(self, args):
        self.args = args
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="spindle-benchmark-"))
        self.processes = []
        self.redis_port = free_port()
        subprocess.run(["cc", "-O2", "-o", self.dir / "cfbench", HERE / "cfbench.c", "-lm"], check=True)
        if not args.against:
            subprocess.run(["go", "build", "-o", self.dir / "peer-go", "."], cwd=HERE / "peer-go", check=True)
        self.redis = self.spawn(["redis-server", "--port", str(self.redis_port), "--save", "", "--appendonly", "no",
                                 "--bind", "127.0.0.1", "--dir", str(self.dir)])
        wait_for_port(self.redis_port, self.redis)
        self.redis_cli("zadd", "workers:active", "1", "w1")

    def spawn(self, command, env=None):
        log = open(self.dir / f"{len(self.processes)}.log", "w")
        process = subprocess.Popen(
            [str(c) for c in command], stdout=log, stderr=log, env={**os.environ, **(env or {})})
        self.processes.append(process)
        return process

    def redis_cli(self, *command):
        subprocess.run(["redis-cli", "-p", str(self.redis_port), *command], check=True, stdout=subprocess.DEVNULL)

    def peer(self):
        if self.args.against:
            return self.launcher(self.args.against)
        port = free_port()
        process = self.spawn([self.dir / "peer-go", "-port", port, "-join-leave",
                              "-redis", f"redis://127.0.0.1:{self.redis_port}"], {"TOKEN_HMAC_SECRET": SECRET})
        started = time.monotonic()
        wait_for_port(port, process)
        return process, port, time.monotonic() - started

    def gateway(self):
        return self.launcher(self.args.jar)

    def launcher(self, jar):
        port = free_port()
        started = time.monotonic()
        process = self.spawn(["java", "-jar", jar, "serve"], {
            "REDIS_URL": f"redis://127.0.0.1:{self.redis_port}", "WEBSOCKET_PORT": str(port),
            "HTTP_PORT": str(free_port()), "METRICS_PORT": str(free_port()),
            "CENTRIFUGO_TOKEN_HMAC_SECRET_KEY": SECRET})
        wait_for_port(port, process)
        return process, port, time.monotonic() - started

    def stop(self, process):
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()

    def load(self, process, port, options, seconds):
        redis_before = cpu_seconds(self.redis.pid)
        out = subprocess.run(
            [self.dir / "cfbench", "--port", str(port), "--token", token(), "--pid", str(process.pid),
             "--seconds", str(seconds), *options.split()], check=True, capture_output=True, text=True).stdout
        result = json.loads(out)
        if result.get("failed") or result.get("lost") or result.get("errors"):
            print(f"  not clean: {result.get('first_error')}", file=sys.stderr)
        result["ack_p99"] = result.get("ack", {}).get("p99", 0)
        warmup = 2  # the generator's own, not counted in its figures, but in Redis' CPU time
        published = result.get("acks_per_s", 0) * (seconds + warmup)
        if published:
            result["redis_us_per_publish"] = (cpu_seconds(self.redis.pid) - redis_before) * 1e6 / published
        self.redis_cli("del", "messages:worker:w1")
        return result

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                self.stop(process)
        shutil.rmtree(self.dir, ignore_errors=True)


def row(load, label, unit, gateway, peer):
    ratio = gateway / peer if peer else float("nan")
    print(f"| {load} | {label} | {gateway:,.1f} {unit} | {peer:,.1f} {unit} | {ratio:.2f} |", flush=True)


def loads(bench, names):
    peer, peer_port, _ = bench.peer()
    gateway, gateway_port, _ = bench.gateway()
    for name in names:
        options, figures = LOADS[name]
        seconds = 2 if "--idle" in options else bench.args.seconds
        bench.load(peer, peer_port, options, seconds)
        bench.load(gateway, gateway_port, options, seconds)
        runs = [(bench.load(gateway, gateway_port, options, seconds), bench.load(peer, peer_port, options, seconds))
                for _ in range(bench.args.rounds)]
        for label, figure, unit, _ in figures:
            row(f"`{options}`", label, unit, *(statistics.median(run[side][figure] for run in runs) for side in (0, 1)))
    bench.stop(peer)
    bench.stop(gateway)


def idle(bench):
    """Resident memory of an idle connection above the fresh process; a fresh process for each."""
    options = "--conns 9000 --channels 9000 --idle"
    figures = ([], [])
    for _ in range(bench.args.rounds):
        for side, start in enumerate((bench.gateway, bench.peer)):
            process, port, _ = start()
            fresh = resident_kb(process.pid)
            result = bench.load(process, port, options, bench.args.idle_seconds)
            figures[side].append((result["rss_kb"] - fresh) / result["ready"])
            bench.stop(process)
    row(f"`{options} --seconds {bench.args.idle_seconds}`", "resident per connection", "KB",
        *(statistics.median(runs) for runs in figures))


def start(bench):
    """From the command to the first accepted connection, and what the process holds then."""
    figures = []
    for launch in (bench.gateway, bench.peer):
        seconds, resident = [], []
        for _ in range(bench.args.rounds):
            process, _, took = launch()
            time.sleep(1)
            seconds.append(took)
            resident.append(resident_kb(process.pid) / 1024)
            bench.stop(process)
        figures.append((statistics.median(seconds) * 1000, statistics.median(resident)))
    row("start", "to the first accepted connection", "ms", figures[0][0], figures[1][0])
    row("start", "resident", "MB", figures[0][1], figures[1][1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--idle-seconds", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="start,idle," + ",".join(LOADS))
    parser.add_argument("--jar", default=str(HERE.parent.parent / "gateway-cli" / "target" / "spindle.jar"))
    parser.add_argument("--against", help="a launcher to compare with, instead of the peer in Go")
    args = parser.parse_args()
    names = args.only.split(",")
    unknown = [name for name in names if name not in LOADS and name not in ("idle", "start")]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)} (known: start, idle, {', '.join(LOADS)})")
    bench = Bench(args)
    try:
        print("| load | figure | gateway | peer | ratio |\n|---|---|---|---|---|", flush=True)
        if "start" in names:
            start(bench)
        if "idle" in names:
            idle(bench)
        chosen = [name for name in names if name in LOADS]
        if chosen:
            loads(bench, chosen)
    finally:
        bench.close()


if __name__ == "__main__":
    main()
