import Codes
import JSONText
import Testing

@testable import Report

@Suite("The report")
struct ReportTests {
    private func finding(_ status: Status) -> Finding {
        Finding(code: .regionFound, check: .region, status: status, title: "t", detail: "d")
    }

    @Test("the JSON has the schema's members, in its order, absent ones null")
    func json() throws {
        let report = Report(
            tool: Report.Tool(version: "0.1.0"), command: "check", startedAt: "2026-11-22T10:00:00Z", durationMs: 812,
            exitCode: 1,
            target: Report.Target(
                endpoint: "https://bedrock-runtime.us-east-1.amazonaws.com", region: "us-east-1", mock: false),
            findings: [
                Finding(
                    code: .regionDefaultUsed, check: .region, status: .warn, title: "T", detail: "D",
                    evidence: ["b": "1", "a": "2"], where: .client, confidence: .certain,
                    remedies: [Remedy("x", command: "export AWS_REGION=us-east-1"), Remedy("y")], durationMs: 0.1)
            ],
            models: [
                ModelCell(
                    region: "us-east-1", model: "m", status: .pass, verdict: .accessibleViaProfile, httpStatus: 200,
                    latencyMs: 412.5, httpVersion: "HTTP/2", tokens: ModelCell.Tokens(input: 8, output: 1))
            ],
            cases: [CaseResult(id: "get-vanilla/header", status: .pass, durationMs: 0.2)],
            notes: ["3 exchanges with other hosts ignored"])
        let expected =
            #"{"schema":"bedrock-doctor.report/1","tool":{"name":"doctor","version":"0.1.0"},"command":"check","#
            + #""startedAt":"2026-11-22T10:00:00Z","durationMs":812,"exitCode":1,"#
            + #""target":{"endpoint":"https://bedrock-runtime.us-east-1.amazonaws.com","region":"us-east-1","mock":false},"#
            + #""findings":[{"code":"region-default-used","check":"region","status":"warn","title":"T","detail":"D","#
            + #""evidence":{"b":"1","a":"2"},"where":"client","confidence":"certain","#
            + #""remedies":[{"text":"x","command":"export AWS_REGION=us-east-1"},{"text":"y","command":null}],"durationMs":0.1}],"#
            + #""models":[{"region":"us-east-1","model":"m","status":"pass","verdict":"accessible-via-profile","code":null,"#
            + #""gate":null,"route":null,"profile":null,"successor":null,"suggestion":null,"httpStatus":200,"errorType":null,"#
            + #""message":null,"requestId":null,"latencyMs":412.5,"httpVersion":"HTTP/2","#
            + #""tokens":{"input":8,"output":1},"remedies":[]}],"#
            + #""cases":[{"id":"get-vanilla/header","status":"pass","stage":null,"message":null,"durationMs":0.2}],"#
            + #""notes":["3 exchanges with other hosts ignored"],"#
            + #""summary":{"pass":2,"warn":1,"fail":0,"skip":0,"unknown":0}}"#
        #expect(report.json().text(.compact) == expected)
    }

    @Test("an empty report has every member too")
    func emptyReport() throws {
        let report = Report(tool: Report.Tool(version: "1"), command: "env", startedAt: "2026-11-22T10:00:00Z")
        let json = try JSONValue(parsing: report.json().bytes(.compact))
        #expect(json["target"]?.isNull == true)
        #expect(json["findings"]?.arrayValue?.isEmpty == true)
        #expect(
            json.objectValue?.names.map { $0 } == [
                "schema", "tool", "command", "startedAt", "durationMs", "exitCode", "target", "findings", "models",
                "cases",
                "notes", "summary",
            ])
    }

    @Test(
        "the exit status follows from what failed, and when strict from warnings and missing verdicts",
        arguments: [
            ([Status.pass, .skip, .unknown], 0, 1), ([.pass, .skip], 0, 0), ([.pass, .warn], 0, 1),
            ([.warn, .fail], 1, 1), ([.unknown, .fail], 1, 1), ([.unknown, .skip], 2, 1), ([.skip], 2, 2), ([], 2, 2),
        ])
    func exitStatus(statuses: [Status], lenient: Int, strict: Int) {
        let report = Report(
            tool: Report.Tool(version: "1"), command: "env", startedAt: "", findings: statuses.map(finding))
        #expect(report.exitStatus(failing: .usual).rawValue == lenient)
        #expect(report.exitStatus(failing: .strict).rawValue == strict)
    }

    @Test("cells and cases fail a report as findings do")
    func othersFail() {
        var report = Report(tool: Report.Tool(version: "1"), command: "models", startedAt: "")
        report.models = [ModelCell(region: "r", model: "m", status: .fail, verdict: .denied)]
        #expect(report.exitStatus(failing: .usual) == .failed)
        report.models = []
        report.cases = [CaseResult(id: "x", status: .fail, durationMs: 0)]
        #expect(report.exitStatus(failing: .usual) == .failed)
    }

    @Test("findings that prepare the ground are no verdict on what the command is run for")
    func subjects() {
        var report = Report(tool: Report.Tool(version: "1"), command: "check", startedAt: "")
        report.findings = [finding(.pass)]
        #expect(report.exitStatus(failing: .usual, on: .models) == .noVerdict)
        #expect(report.exitStatus(failing: .usual, on: .cases) == .noVerdict)
        #expect(report.exitStatus(failing: .usual, on: .check(.clock)) == .noVerdict)
        #expect(report.exitStatus(failing: .usual, on: .check(report.findings[0].check)) == .success)
        report.cases = [CaseResult(id: "x", status: .skip, durationMs: 0)]
        #expect(report.exitStatus(failing: .usual, on: .cases) == .noVerdict)
        report.cases.append(CaseResult(id: "y", status: .pass, durationMs: 0))
        #expect(report.exitStatus(failing: .usual, on: .cases) == .success)
    }

    @Test("that nothing answered is no verdict on a model, that a region does not offer it is one")
    func cells() {
        var report = Report(tool: Report.Tool(version: "1"), command: "models", startedAt: "")
        func status(_ cells: ModelCell...) -> Int {
            report.models = cells
            return report.exitStatus(failing: .usual, on: .models).rawValue
        }
        let silent = ModelCell(region: "r", model: "m", status: .unknown, verdict: .unreachable)
        let elsewhere = ModelCell(region: "r", model: "m", status: .skip, verdict: .notInRegion, httpStatus: 400)
        let unresolved = ModelCell(region: "r", model: "m", status: .skip, verdict: .notInRegion)
        let busy = ModelCell(region: "r", model: "m", status: .warn, verdict: .throttled)
        #expect(status() == 2)
        #expect(status(silent, unresolved) == 2)
        #expect(status(silent, elsewhere) == 0)
        #expect(status(silent, busy) == 0)
        #expect(report.exitStatus(failing: .strict, on: .models) == .failed)
    }

    @Test("what is broken comes first, and equals keep their order")
    func order() {
        var findings = [Status.pass, .warn, .fail, .skip, .unknown, .fail].map(finding)
        for index in findings.indices { findings[index].title = String(index) }
        #expect(findings.causeFirst().map(\.title) == ["2", "5", "4", "1", "3", "0"])
    }
}
