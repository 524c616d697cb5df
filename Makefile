# The front door: the few commands that everybody types. CMake does the work.
#   make run    install what the build needs, build, assess a sample firm
#   make test   install what the tests need, run them all, plain and under sanitizers
#   make web    install what WebAssembly needs, build the package for browsers and Node in build/wasm
#   make build  make bench  make proof  make clean

JOBS := $(shell nproc)
BUILD_PACKAGES := gcc libc6-dev make cmake pkg-config libmd-dev
# Node comes with Emscripten; where it was installed from elsewhere it has its own npm, which Debian's would push out.
WEB_PACKAGES := emscripten node-acorn xz-utils $(if $(shell command -v npm),,npm)
TEST_PACKAGES := clang clang-format libclang-rt-dev libcjson-dev valgrind binutils chromium

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

.PHONY: run build test web bench proof clean need-build need-web need-test

run: build
	build/huisuan assess tests/samples/firm.json

build: need-build
	@cmake --preset release -DHUISUAN_TESTS=OFF >build.log 2>&1 || { cat build.log; exit 1; }; rm -f build.log
	@cmake --build --preset release --parallel $(JOBS)

web: need-web
	@wasm/fetch-libmd.sh build/libmd
	@cmake --preset wasm >build-wasm.log 2>&1 || { cat build-wasm.log; exit 1; }; rm -f build-wasm.log
	@cmake --build --preset wasm --parallel $(JOBS)
	@echo "Bytes, gzipped: huisuan.wasm and huisuan.mjs $$(cat build/wasm/huisuan.wasm build/wasm/huisuan.mjs | gzip -9c | wc -c);" \
	  "regions $$(for file in build/wasm/plugins/*.wasm; do gzip -9c $$file | wc -c; done | tr '\n' ' ')"

test: need-test tests/wasm/node_modules web
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev --parallel $(JOBS)
	ctest --preset release --parallel $(JOBS)
	ctest --preset dev --parallel $(JOBS) --label-regex sanitize

tests/wasm/node_modules: tests/wasm/package-lock.json | need-web
	@echo "Installing the npm packages of tests/wasm"
	@cd tests/wasm && npm ci --silent && touch node_modules

# The long runs of the properties; each prints its figures and ends with an error if one does not hold.
proof: need-test tests/wasm/node_modules web
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	build/tests/advice $(CURDIR)/build/plugins 2000 2
	build/tests/breakpoints $(CURDIR)/build/plugins 60 7
	node tests/wasm/same.mjs 100000 1
	MUTATIONS=100000 node --test tests/wasm/hostile_test.mjs

bench: need-test tests/wasm/node_modules web
	@cmake --preset release -DHUISUAN_TESTS=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	node tests/bench/hosts.mjs

clean:
	rm -rf build tests/wasm/node_modules

need-build:
	$(call need,$(BUILD_PACKAGES))

need-web: need-build
	$(call need,$(WEB_PACKAGES))

need-test: need-web
	$(call need,$(TEST_PACKAGES))
