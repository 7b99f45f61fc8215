import Codes
import JSONText
import Report

enum Samples {
    /// A report with one of each kind of result.
    static var report: Report {
        Report(
            tool: .init(version: "9.9.9"), command: "models", startedAt: "2026-11-22T10:00:00Z", durationMs: 812.5,
            exitCode: 1,
            target: .init(
                endpoint: "https://bedrock-runtime.us-east-1.amazonaws.com", region: "us-east-1", mock: false),
            findings: [
                Finding(
                    code: .keyWrong, check: .signature, status: .fail, title: "t", detail: "d",
                    difference: LineDifference(section: "path", signed: "/a", expected: nil, byte: 1, column: 1),
                    comparison: AccountComparison(
                        texts: [.client: .init(canonicalRequest: "GET", stringToSign: nil)],
                        differing: [.init(section: "path", lines: [.client: .text("/a"), .wire: .absent])],
                        agreement: .init(clientAndWire: false, wireAndService: nil, clientAndService: nil)),
                    evidence: ["httpStatus": 403], where: .client, confidence: .proven,
                    remedies: [Remedy("do", command: "doctor sign")], durationMs: 1.5)
            ],
            models: [
                cell("a", .accessible, .pass, latencyMs: 12.25),
                cell("b", .denied, .fail, code: .iamDenied),
            ],
            cases: [
                CaseResult(
                    id: "c#0", status: .fail, stage: "canonical-request", message: "m", code: .pathDouble,
                    durationMs: 0.2)
            ],
            notes: ["n"])
    }

    static func cell(
        _ model: String, _ verdict: ModelVerdict, _ status: Status, code: FindingCode? = nil, latencyMs: Double? = nil
    ) -> ModelCell {
        ModelCell(
            region: "us-east-1", model: model, status: status, verdict: verdict, code: code, httpStatus: 200,
            latencyMs: latencyMs, tokens: .init(input: 8, output: 1), remedies: [Remedy("look")])
    }

    /// A report of `models` with these cells.
    static func report(_ cells: [ModelCell]) -> Report {
        Report(tool: .init(version: "9.9.9"), command: "models", startedAt: "2026-11-22T10:00:00Z", models: cells)
    }
}
