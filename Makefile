# The front door: the few commands that everybody types. CMake does the work.
#   make run    install what the build needs, build, assess a sample firm
#   make test   install what the tests need, run them all, plain and under sanitizers
#   make web    install what the page needs, build it, serve it on this machine
#   make package  the engine for browsers and Node in build/wasm
#   make build  make bench  make proof  make clean

JOBS := $(shell nproc)
BUILD_PACKAGES := gcc libc6-dev make cmake pkg-config nettle-dev libxlsxwriter-dev
# Node comes with Emscripten; where it was installed from elsewhere it has its own npm, which Debian's would push out.
WEB_PACKAGES := emscripten node-acorn xz-utils $(if $(shell command -v npm),,npm)
NODE_PACKAGE := node-linux-$(if $(filter aarch64,$(shell uname -m)),arm64,x64)
NODE_READY := $(if $(shell node -e 'const [major, minor] = process.versions.node.split("."); if (major > 22 || (major == 22 && minor > 11) || (major == 20 && minor > 18)) console.log("ready")' 2>/dev/null),,build/node/bin/node)
export PATH := $(CURDIR)/build/node/bin:$(PATH)
TEST_PACKAGES := clang clang-format libclang-rt-dev libcjson-dev valgrind binutils chromium fonts-noto-cjk python3-openpyxl poppler-utils mandoc parallel
PROOF_PACKAGES := gcovr strace faketime time

# Debian packages that are missing are installed without asking; what is there is left alone.
define need
@missing=; for package in $(1); do \
  dpkg-query --show --showformat '$${db:Status-Status}' "$$package" 2>/dev/null | grep -qx installed || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  echo "Installing Debian packages:$$missing"; \
  root=; [ "$$(id -u)" = 0 ] || root=sudo; \
  $$root apt-get -qq update && $$root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null \
    || { echo "Could not install$$missing; install them and try again." >&2; exit 1; }; \
fi
endef

.PHONY: run build test package page web bench proof clean need-build need-web need-test need-proof

run: build
	build/huisuan assess tests/samples/firm.json

build: need-build
	@cmake --preset release -DHUISUAN_TESTS=OFF >build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset release --parallel $(JOBS)

# The engine for browsers and Node, as an npm package.
package: need-web
	@wasm/fetch-libmd.sh build/libmd
	@cmake --preset wasm >build-wasm.log 2>&1 || { cat build-wasm.log; exit 1; }; rm -f build-wasm.log
	@cmake --build --preset wasm --parallel $(JOBS)
	@echo "Bytes, gzipped: huisuan.wasm and huisuan.mjs $$(cat build/wasm/huisuan.wasm build/wasm/huisuan.mjs | gzip -9c | wc -c);" \
	  "regions $$(for file in build/wasm/plugins/*.wasm; do gzip -9c $$file | wc -c; done | tr '\n' ' ')"

page: package $(NODE_READY) web/node_modules
	@cd web && node node_modules/typescript/bin/tsc --noEmit && node build.mjs

web: page
	@node web/serve.mjs

# Vite wants a newer Node than Debian's: it comes from the npm registry, into build/ and for this project only.
build/node/bin/node: | need-web
	@echo "Installing Node 22 into build/node"
	@npm install --silent --no-save --prefix build/node $(NODE_PACKAGE)@22
	@ln -sfn node_modules/$(NODE_PACKAGE)/bin build/node/bin

%/node_modules: %/package-lock.json $(NODE_READY) | need-web
	@echo "Installing the npm packages of $*"
	@cd $* && npm ci --silent && touch node_modules

test: need-test tests/node_modules page
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev --parallel $(JOBS)
	ctest --preset release --parallel $(JOBS)
	ctest --preset dev --parallel $(JOBS) --label-regex sanitize

# The long proofs (tests/proof/run.sh says how long each takes, tests/README.md what it reaches): all are run, one line each, and those that do
# not hold are named at the end. About an hour on four cores.
proof: need-proof tests/node_modules page build/node/bin/node
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@sh tests/proof/run.sh

# ROWS=1000000 and SECONDS=10 for quieter figures, LONG=1 for tables of up to ten million rows.
bench: need-test tests/node_modules package
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@npm install --silent --no-save --prefix build/bench json-logic-engine@5
	node tests/bench/throughput.mjs
	node tests/bench/hosts.mjs

clean:
	rm -rf build tests/node_modules web/node_modules

need-build:
	$(call need,$(BUILD_PACKAGES))

need-web: need-build
	$(call need,$(WEB_PACKAGES))

need-test: need-web
	$(call need,$(TEST_PACKAGES))

need-proof: need-test
	$(call need,$(PROOF_PACKAGES))
