# One image per service: docker build --target auth|voice|perform|billing|all|web . (or scripts/images)
ARG SWIFT_IMAGE=swift:6.3-bookworm
ARG DEBIAN_IMAGE=debian:bookworm-slim

# --- building -------------------------------------------------------------------------------------------------------
FROM ${SWIFT_IMAGE} AS source
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libcurl4-openssl-dev libsqlite3-dev libhiredis-dev libmpg123-dev libmp3lame-dev libebur128-dev libstemmer-dev \
      libargon2-dev libcrypt-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY scripts/lib/image-product /usr/local/bin/
COPY Package.* ./
COPY Libraries Libraries
COPY Tests Tests
COPY Services/all Services/all
COPY Services/auth Services/auth
COPY Services/voice Services/voice
COPY Services/perform Services/perform
COPY Services/billing Services/billing

# Each program is compiled by itself, in one shared cache: what they have in common is compiled once.
FROM source AS auth-build
RUN --mount=type=cache,id=voicememos-build,target=/build,sharing=locked image-product auth
FROM source AS voice-build
RUN --mount=type=cache,id=voicememos-build,target=/build,sharing=locked image-product voice
FROM source AS perform-build
RUN --mount=type=cache,id=voicememos-build,target=/build,sharing=locked image-product perform
FROM source AS billing-build
RUN --mount=type=cache,id=voicememos-build,target=/build,sharing=locked image-product billing
FROM source AS all-build
RUN --mount=type=cache,id=voicememos-build,target=/build,sharing=locked image-product all

# --- running --------------------------------------------------------------------------------------------------------
FROM ${DEBIAN_IMAGE} AS base
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-log-init --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app \
 && install -d -o app -g app -m 0700 /data
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["sh", "-c", "exec curl --fail --silent --show-error --max-time 2 \"http://127.0.0.1:$PORT/livez\""]

FROM base AS service
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      libcurl4 libsqlite3-0 libhiredis0.14 libmpg123-0 libsyn123-0 libmp3lame0 libebur128-1 libstemmer0d libargon2-1 \
      libcrypt1 libstdc++6 \
 && rm -rf /var/lib/apt/lists/*
ENV PATH=/app:/usr/local/bin:/usr/bin:/bin HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
USER 10001:10001

# Each program prints its variables once here: an image that lacks one of its libraries is not built.
FROM service AS auth
ENV PORT=8081
COPY --from=auth-build /out /app
RUN ["auth", "variables"]
EXPOSE 8081
ENTRYPOINT ["auth"]

FROM service AS billing
ENV PORT=8084
COPY --from=billing-build /out /app
RUN ["billing", "variables"]
EXPOSE 8084
ENTRYPOINT ["billing"]

FROM service AS decoding
USER 0:0
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg util-linux && rm -rf /var/lib/apt/lists/*
USER 10001:10001

FROM decoding AS voice
ENV PORT=8082
COPY --from=voice-build /out /app
RUN ["voice", "variables"]
EXPOSE 8082
ENTRYPOINT ["voice"]

FROM service AS speaking
USER 0:0
RUN apt-get update && apt-get install -y --no-install-recommends espeak-ng && rm -rf /var/lib/apt/lists/*
USER 10001:10001

FROM speaking AS perform
ENV PORT=8083
COPY --from=perform-build /out /app
RUN ["perform", "variables"]
EXPOSE 8083
ENTRYPOINT ["perform"]

FROM decoding AS all
USER 0:0
RUN apt-get update && apt-get install -y --no-install-recommends espeak-ng && rm -rf /var/lib/apt/lists/*
USER 10001:10001
ENV PORT=8080
COPY --from=all-build /out /app
RUN ["all", "variables"]
EXPOSE 8080
ENTRYPOINT ["all"]

FROM base AS web
RUN apt-get update && apt-get install -y --no-install-recommends nginx-light && rm -rf /var/lib/apt/lists/*
ENV PORT=8080
COPY Services/web/nginx /etc/front-door
COPY Services/web/app /srv/web
EXPOSE 8080 8443
USER 10001:10001
STOPSIGNAL SIGQUIT
ENTRYPOINT ["/etc/front-door/start"]
