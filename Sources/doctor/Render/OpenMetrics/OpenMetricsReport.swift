import Codes
import FoundationEssentials
import Report

/// The report as metrics, for a Pushgateway, a textfile collector or any reader of OpenMetrics 1.0.0.
///
/// A name and its labels stay as they are whatever comes out, so that a series goes on from run to run: the verdict and the
/// code stand in an info metric beside the number. What has no verdict has no sample of success: neither 0 nor 1 would be
/// true.
struct OpenMetricsReport {
    let report: Report

    func rendered() -> String {
        let families = [tool, exitCode, started, duration, results, findings] + models + cases
        return (families.flatMap { $0.lines() } + ["# EOF"]).joined(separator: "\n") + "\n"
    }

    private static func name(_ rest: String) -> String { "bedrock_doctor_" + rest }

    private static func labels(_ pairs: KeyValuePairs<String, String>) -> [(name: String, value: String)] {
        pairs.map { ($0, VisibleText.of($1)) }
    }

    // MARK: The run

    private var tool: MetricFamily {
        MetricFamily(
            name: Self.name("run"), kind: .info, help: "What ran: the command, the version, where it asked.",
            samples: [
                .init(
                    labels: Self.labels([
                        "command": report.command, "version": report.tool.version,
                        "region": report.target?.region ?? "", "endpoint": report.target?.endpoint ?? "",
                    ]), value: 1)
            ])
    }

    private var exitCode: MetricFamily {
        MetricFamily(
            name: Self.name("exit_code"), kind: .gauge, help: "The exit status: 0 when nothing failed.",
            samples: [.init(value: Double(report.exitCode))])
    }

    private var started: MetricFamily {
        let date = try? Date(report.startedAt, strategy: .iso8601)
        return MetricFamily(
            name: Self.name("start_timestamp_seconds"), kind: .gauge, unit: "seconds",
            help: "When the run began, in seconds since 1970.",
            samples: date.map { [.init(value: $0.timeIntervalSince1970)] } ?? [])
    }

    private var duration: MetricFamily {
        MetricFamily(
            name: Self.name("duration_seconds"), kind: .gauge, unit: "seconds", help: "How long the run took.",
            samples: [.init(value: report.durationMs / 1000)])
    }

    private var results: MetricFamily {
        let summary = report.summary
        return MetricFamily(
            name: Self.name("results"), kind: .gauge,
            help: "How many findings, cells and cases have each status, together.",
            samples: Status.allCases.map {
                .init(labels: Self.labels(["status": $0.rawValue]), value: Double(summary.count(of: $0)))
            })
    }

    private var findings: MetricFamily {
        var order: [[String]] = []
        var counts: [[String]: Int] = [:]
        for finding in report.findings {
            let key = [finding.check.rawValue, finding.code.spelling, finding.status.rawValue]
            if counts[key] == nil { order.append(key) }
            counts[key, default: 0] += 1
        }
        return MetricFamily(
            name: Self.name("findings"), kind: .gauge, help: "How often each code was found, by check and status.",
            samples: order.map { key in
                .init(
                    labels: Self.labels(["check": key[0], "code": key[1], "status": key[2]]),
                    value: Double(counts[key] ?? 0))
            })
    }

    // MARK: Cells

    private var models: [MetricFamily] {
        func family(
            _ rest: String, kind: MetricFamily.Kind = .gauge, unit: String? = nil, help: String,
            _ samples: (ModelCell) -> [MetricFamily.Sample]
        ) -> MetricFamily {
            MetricFamily(
                name: Self.name(rest), kind: kind, unit: unit, help: help, samples: report.models.flatMap(samples))
        }
        let place = { (cell: ModelCell) in
            Self.labels(["model": cell.model, "region": cell.region])
                // Only where there are several.
                + (cell.account.map { Self.labels(["account": $0]) } ?? [])
        }
        return [
            family("model_accessible", help: "1 when the model can be called in the region, 0 when not.") { cell in
                Self.access(cell.verdict).map { [.init(labels: place(cell), value: $0)] } ?? []
            },
            family(
                "model_verdict", kind: .info, help: "The verdict on the model in the region, and the code of its cause."
            ) {
                [
                    .init(
                        labels: place($0)
                            + Self.labels([
                                "verdict": $0.verdict.rawValue, "status": $0.status.rawValue,
                                "code": $0.code?.spelling ?? "",
                            ]), value: 1)
                ]
            },
            family("model_latency_seconds", unit: "seconds", help: "How long the probe took, to the end of the answer.")
            {
                cell in cell.latencyMs.map { [.init(labels: place(cell), value: $0 / 1000)] } ?? []
            },
            family("model_probe_tokens", help: "Tokens that the probe used, as the service counted them.") { cell in
                guard let tokens = cell.tokens else { return [] }
                return [("input", tokens.input), ("output", tokens.output)].map { side, count in
                    .init(labels: place(cell) + Self.labels(["direction": side]), value: Double(count))
                }
            },
        ]
    }

    /// Whether the account can call the model there; `nil` where that is open.
    private static func access(_ verdict: ModelVerdict) -> Double? {
        switch verdict {
        case .accessible, .accessibleViaProfile, .throttled: 1
        case .noAccess, .denied, .notInRegion, .unknownModel, .retired, .credentialFault: 0
        case .unreachable, .inconclusive: nil
        }
    }

    /// Whether a case is well; `nil` without a verdict.
    private static func success(_ status: Status) -> Double? {
        switch status {
        case .pass, .warn: 1
        case .fail: 0
        case .skip, .unknown: nil
        }
    }

    // MARK: Cases

    private var cases: [MetricFamily] {
        // The tests of JUnit have the names, with a number where one occurs again.
        let tests = JUnitTest.all(report).suffix(report.cases.count)
        let named = zip(tests, report.cases).map { ($0.name, $1) }
        return [
            MetricFamily(
                name: Self.name("case_passed"), kind: .gauge, help: "1 when the case passed, 0 when it failed.",
                samples: named.compactMap { name, result in
                    Self.success(result.status).map { .init(labels: Self.labels(["case": name]), value: $0) }
                }),
            MetricFamily(
                name: Self.name("case_duration_seconds"), kind: .gauge, unit: "seconds",
                help: "How long the case took.",
                samples: named.map {
                    .init(labels: Self.labels(["case": $0]), value: max(0, $1.durationMs / 1000))
                }),
        ]
    }
}
