import JSONText
import Report
import Testing

@Suite("The reports of several adapters as one")
struct ReportMatrixTests {
    private func report(_ name: String, role: String = "client", _ statuses: [Status]) -> Report {
        var report = Report(
            tool: .init(version: "1"), command: "conformance", startedAt: "2026-11-2\(statuses.count)T10:00:00Z",
            cases: statuses.enumerated().map { place, status in
                CaseResult(id: "errors/\(place)", status: status, durationMs: 1)
            }, notes: ["n"])
        report.adapters = [
            AdapterIdentity(
                role: role, name: name, version: "1.0", language: nil, command: ["python3", "a b.py", "-x"],
                startedAt: "2026-11-29T10:00:00Z")
        ]
        return report
    }

    private func joined(_ reports: Report...) throws(ReportMatrix.Fault) -> Report {
        try ReportMatrix.joined(reports.enumerated().map { .init(file: "\($0).json", report: $1) })
    }

    @Test func everyCaseSaysWhoseItIs() throws {
        let matrix = try joined(report("a", [.pass, .fail]), report("b", [.fail]))
        #expect(matrix.adapters.map(\.label) == ["a 1.0", "b 1.0"])
        #expect(matrix.cases.map(\.name) == ["errors/0 by a 1.0", "errors/1 by a 1.0", "errors/0 by b 1.0"])
        #expect(matrix.summary.fail == 2 && matrix.exitStatus(on: .cases) == .failed)
        #expect(matrix.notes == ["a 1.0: n", "b 1.0: n"] && matrix.startedAt.hasPrefix("2026-11-21"))
        let read = try Report(reading: JSONCursor(JSONValue(parsing: matrix.json().text())))
        #expect(read.adapters == matrix.adapters && read.cases == matrix.cases)
    }

    @Test func aFailureIsShownAgainByACommandThatCanBeTyped() {
        var adapter = report("a", []).adapters[0]
        #expect(
            adapter.reproduction(of: "errors/x y")
                == "doctor conformance client --run 'errors/x y' -- python3 'a b.py' '-x'")
        adapter.command = ["python3", "-c", "a\nb"]
        #expect(adapter.reproduction(of: "x") == nil)
    }

    @Test func whatMakesNoMatrixIsNamed() {
        var nobody = report("a", [])
        nobody.adapters = []
        let wrong: [(Report, String)] = [
            (nobody, "1.json: does not say whose"), (report("b", role: "signer", []), "1.json: is about a signer"),
            (report("a", []), "0.json and 1.json are both about a 1.0"),
        ]
        for (second, words) in wrong {
            do {
                _ = try joined(report("a", []), second)
                Issue.record("\(words) was taken")
            } catch {
                #expect(error.description.hasPrefix(words), "\(error)")
            }
        }
    }
}
