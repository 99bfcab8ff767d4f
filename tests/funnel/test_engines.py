"""The same queries on DuckDB and on Spark give the same; invented visitors tell their truth."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import duckdb
import ibis
import pytest
from pyspark.sql import SparkSession

from benchmarks.funnel import PLACES, differences
from plugins.funnel import FunnelSettings
from plugins.funnel.counting import counted
from plugins.funnel.found import Funnel
from plugins.funnel.sample import Truth
from plugins.release.funnel_import import Import, imported
from plugins.release.funnel_sample import write_sample

VISITORS, SEED = 700, 5
TABLES = ("visits", "events", "orders")
QUIET = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
    # Tables are small: compiling code for them takes longer than walking through them
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.session.timeZone": "UTC",
    "spark.log.level": "ERROR",
}


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    builder = SparkSession.builder.master("local[2]")
    folder = tmp_path_factory.mktemp("spark")
    for name, value in {**QUIET, "spark.sql.warehouse.dir": str(folder)}.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Funnel, Truth, Path]:
    """What DuckDB counts, the truth, and the tables as Parquet for others."""
    folder = tmp_path_factory.mktemp("sample")
    files, told = write_sample(folder, VISITORS, SEED, PLACES)
    engine = ibis.duckdb.connect()
    imported(files, Import(engine.con, folder, FunnelSettings(), PLACES.products, lambda _: None))
    for table in TABLES:
        engine.con.execute(f"COPY {table} TO '{folder / table}.parquet'")
    return counted(engine, FunnelSettings()), told, folder


def test_the_numbers_are_those_of_the_invented_visitors(
    sample: tuple[Funnel, Truth, Path],
) -> None:
    funnel, told, _ = sample

    assert differences(funnel, told) == []
    assert funnel.total.repeat > 0
    assert funnel.in_order.paid < funnel.total.paid


@pytest.mark.filterwarnings("ignore")
@pytest.mark.timeout(900)
def test_spark_counts_every_table_as_duckdb_does(
    sample: tuple[Funnel, Truth, Path], spark: SparkSession
) -> None:
    funnel, _, folder = sample
    for table in TABLES:
        spark.read.parquet(str(folder / f"{table}.parquet")).createOrReplaceTempView(table)

    other = counted(ibis.pyspark.connect(spark), FunnelSettings(backend="pyspark://"))

    assert asdict(other) == asdict(funnel)
    assert len(funnel.weeks) > 1
    assert len(funnel.orders) > 1


def rows(visits: str, events: str) -> Funnel:
    """What is counted of tables written as SQL values."""
    engine = ibis.duckdb.connect()
    engine.con.execute(
        f"""CREATE TABLE visits AS SELECT v::BIGINT AS visitor, m::TIMESTAMP AS moment, page, source
            FROM (VALUES {visits}) AS t(v, m, page, source);
        CREATE TABLE events AS SELECT v::BIGINT AS visitor, m::TIMESTAMP AS moment,
            s::BIGINT AS step, page, number, origin
            FROM (VALUES {events}) AS t(v, m, s, page, number, origin);
        CREATE TABLE orders (number VARCHAR, visitor BIGINT, moment TIMESTAMP, state VARCHAR,
            reason VARCHAR, way VARCHAR, currency VARCHAR, total BIGINT);"""
    )
    return counted(engine, FunnelSettings())


def test_steps_count_after_the_first_visit_and_within_the_window() -> None:
    funnel = rows(
        "(1, '2026-10-01 10:00', '/a/', 'ad'), (2, '2026-10-01 10:00', '/a/', 'ad')",
        "(1, '2026-09-30 10:00', 5, '', 'old', 'hits'), (1, '2026-10-01 10:01', 2, '', '', 'hits'),"
        "(2, '2026-10-31 10:00', 3, '', '', 'hits'), (2, '2026-10-31 10:01', 4, '', '', 'hits')",
    )

    assert funnel.total.all == (2, 2, 1, 0, 0, 0)


def test_in_order_means_one_step_after_the_other() -> None:
    visits = ", ".join(f"({who}, '2026-10-01 10:00', '/', '')" for who in (1, 2, 3))
    events = {
        1: ((2, 1), (3, 2), (4, 3), (5, 4)),
        2: ((3, 1), (2, 2), (5, 3)),
        3: ((2, 1), (4, 2), (5, 3)),
    }
    told = ", ".join(
        f"({who}, '2026-10-01 10:0{at}', {step}, '/p/', 'n{who}', 'hits')"
        for who, steps in events.items()
        for step, at in steps
    )

    funnel = rows(visits, told)

    assert funnel.total.all == (3, 3, 3, 3, 3, 0)
    assert funnel.in_order.all == (3, 3, 1, 1, 1, 0)
    assert funnel.noted.all == (3, 3, 2, 2, 3, 0)
    page = funnel.pages[0]
    assert (page.seen, page.carted, page.paid) == (3, 3, 3)


def test_a_page_of_thanks_opened_again_is_no_second_purchase() -> None:
    funnel = rows(
        "(1, '2026-10-01 10:00', '/', ''), (2, '2026-10-01 10:00', '/', '')",
        "(1, '2026-10-01 10:01', 5, '', 'N-1', 'hits'), (1, '2026-10-02 10:01', 5, '', 'N-1', "
        "'hits'), (1, '2026-10-01 10:01', 5, '', 'N-1', 'orders'),"
        "(2, '2026-10-01 10:01', 5, '', 'N-2', 'hits'), (2, '2026-10-01 10:01', 5, '', 'SHOP-7', "
        "'orders')",
    )

    assert (funnel.total.paid, funnel.total.repeat) == (2, 0)


def test_settings_name_tables_of_another_engine(tmp_path: Path) -> None:
    file = tmp_path / "firm.duckdb"
    with duckdb.connect(str(file)) as firm:
        firm.execute(
            "CREATE TABLE v (visitor BIGINT, moment TIMESTAMP, page VARCHAR, source VARCHAR)"
        )
        firm.execute("INSERT INTO v VALUES (1, '2026-10-01', '/', '')")
        firm.execute(
            "CREATE TABLE events (visitor BIGINT, moment TIMESTAMP, step BIGINT, page VARCHAR, "
            "number VARCHAR, origin VARCHAR)"
        )
        firm.execute(
            "CREATE TABLE orders (number VARCHAR, visitor BIGINT, moment TIMESTAMP, state VARCHAR, "
            "reason VARCHAR, way VARCHAR, currency VARCHAR, total BIGINT)"
        )

    found = counted(ibis.connect(f"duckdb://{file}"), FunnelSettings(visits="v"))

    assert found.total.visitors == 1
