# The site. Its database is a container of its own: see docker-compose.yml.
FROM python:3.13-slim AS build
RUN pip install --no-cache-dir "uv>=0.9,<1"
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/bruggenbouwer
WORKDIR /build
# First what rarely changes, so that a change of the code does not fetch everything again.
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --frozen --no-dev --no-install-project
COPY app app
COPY graph graph
COPY cypher cypher
COPY templates templates
RUN uv sync --frozen --no-dev --no-editable

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bruggenbouwer \
    && install --directory --owner 10001 --group bruggenbouwer --mode 0700 /data
COPY --from=build /opt/bruggenbouwer /opt/bruggenbouwer
ENV PATH=/opt/bruggenbouwer/bin:$PATH PYTHONUNBUFFERED=1 BRUGGENBOUWER_DATA=/data BRUGGENBOUWER_HOST=0.0.0.0
USER 10001
VOLUME /data
EXPOSE 8000
# gunicorn, with the settings of the environment; the schema is brought up to date first.
CMD ["bruggenbouwer", "serve"]
