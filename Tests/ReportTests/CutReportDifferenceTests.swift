import Codes
import Report
import Testing

/// Reports of runs that ended before they had everything, compared with whole ones.
@Suite struct CutReportDifferenceTests {
    private static let fault = Finding(
        code: .credentialsMissing, check: .credentials, status: .fail, title: "t", detail: "d")

    private func report(_ findings: [Finding], _ cells: [ModelCell], status: Int) -> Report {
        var report = Samples.report(cells)
        (report.findings, report.exitCode) = (findings, status)
        return report
    }

    private func stages(_ old: Report, _ new: Report) -> [String?] {
        ReportDifference(from: old, to: new, slowerBy: 2).changes.map(\.stage)
    }

    @Test(arguments: [130, 65])
    func `what a cut run did not reach has not recovered, and is not gone`(status: Int) {
        let cell = Samples.cell("a", .accessible, .pass)
        let old = report([Self.fault], [cell], status: 1)
        let difference = ReportDifference(from: old, to: report([], [], status: status), slowerBy: 2)
        #expect(difference.changes.map(\.stage) == ["lost", "lost"])
        #expect(
            difference.notes == [
                "the later report is of a run that ended with status \(status): what is not in it was not reached"
            ])
        #expect(stages(old, report([], [], status: 0)) == ["healed", "gone"])
    }

    @Test func `a check that a deadline left out has not recovered, and another one has`() {
        let old = report([Self.fault], [], status: 1)
        for (check, stage) in [(Check.credentials, "lost"), (.region, "healed")] {
            let late = Finding(code: .deadlineReached, check: check, status: .unknown, title: "t", detail: "d")
            #expect(stages(old, report([late], [], status: 2)).contains(stage), "\(check)")
        }
    }
}
