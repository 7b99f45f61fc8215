import Codes
import Evidence
import JSONText
import Report

/// Traces, metrics or logs that OpenTelemetry could not hand on: a failure beside the call of a model, which it does not touch.
///
/// Sources: <https://opentelemetry.io/docs/specs/otlp/> (ports 4317 and 4318, paths /v1/traces, /v1/metrics, /v1/logs),
/// <https://opentelemetry.io/docs/languages/sdk-configuration/otlp-exporter/>,
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/observability-configure.html>.
struct TelemetryExport: Sendable {
    /// Whether it goes to a collector on the machine itself, or nothing says where.
    let isLocal: Bool

    /// - Parameters:
    ///   - text: What failed.
    ///   - around: What was pasted with it.
    init?(in text: String, around: String) {
        let shown = (around + "\n" + text).prefix(32_768)
        let lower = shown.lowercased()
        guard Self.isCollector(text.lowercased()) || Self.isExport(text, around: around) else { return nil }
        // A host of AWS that is named as not reached is what failed, unless it takes telemetry itself.
        let isOfAWS = text.lowercased().split(whereSeparator: \.isNewline).contains { line in
            guard line.contains(".amazonaws.com") || line.contains("could not connect to the endpoint url") else {
                return false
            }
            return line.contains("bedrock") || !(line.contains("xray.") || Self.isCollector(String(line)))
        }
        guard !isOfAWS else { return nil }
        isLocal = !lower.contains("otel_exporter_otlp_endpoint") && !lower.contains("otlp.") && !lower.contains("xray.")
    }

    private static let failures = [
        "while exporting span", "exporting span batch", "exporting metrics batch", "exporting logs batch",
        "exporting batch of", "failed to export traces", "failed to export metrics", "failed to export logs",
        "failed to export span", "failed to export batch", "traces export:", "otlpexportererror",
        "opentelemetry-instrument cli failed", "while exporting metrics", "while exporting traces",
        "while exporting logs",
    ]

    /// Whether what failed says that it is an export, or the line does that it was logged under: the traces of a stack may lie between.
    private static func isExport(_ text: String, around: String) -> Bool {
        func isMarked(_ line: some StringProtocol) -> Bool { failures.contains(where: line.lowercased().contains) }
        if isMarked(text) { return true }
        guard let failed = text.split(whereSeparator: \.isNewline).first else { return false }
        let lines = around.prefix(32_768).split(whereSeparator: \.isNewline)
        guard let place = lines.lastIndex(where: { $0.contains(failed) }) else { return false }
        let above = lines[..<place].last { line in
            let isOfTrace =
                line.first?.isWhitespace ?? true
                || ["Traceback ", "During handling", "The above exception"].contains(where: line.hasPrefix)
            let head = line.prefix { $0 != ":" }
            return !isOfTrace && (head.contains(" ") || head.endIndex == line.endIndex)
        }
        return above.map { isMarked($0) } ?? false
    }

    /// The ports and paths of OTLP.
    private static func isCollector(_ text: String) -> Bool {
        ["/v1/traces", "/v1/metrics"].contains(where: text.contains)
            || [":4317", ":4318", "port=4317", "port=4318"].contains { port in
                text.ranges(of: port).contains { found in
                    found.upperBound == text.endIndex || !text[found.upperBound].isNumber
                }
            }
    }

    static let title = "The collector of telemetry cannot be reached, and not Bedrock"
    static let meaning =
        "What failed is the export of traces or metrics (OpenTelemetry); it holds up no call of a model."

    var remedy: Remedy {
        Remedy(
            """
            Switch the export off where nobody collects (OTEL_SDK_DISABLED=true, or start the program without opentelemetry-instrument), or point it at a collector that runs: OTEL_EXPORTER_OTLP_ENDPOINT\
            \(isLocal ? ", without which it is localhost, port 4317 for gRPC and 4318 for HTTP" : ""). On AWS the collector is CloudWatch's agent or the distribution's own exporter (AgentCore: AGENT_OBSERVABILITY_ENABLED=true, and OTEL_EXPORTER_OTLP_* as its guide lists them). \
            What else failed stands elsewhere in the log: this line stops no call, and keys, access and the way to Bedrock are not in question.
            """
        ).about(.shown)
    }
}

extension FailedCall {
    /// The export that failed, where that is the failure.
    var telemetryExport: TelemetryExport? { TelemetryExport(in: text, around: answer.surroundings) }
}
