import Report

/// Vectors and recordings for the page: what did not pass in full, what passed as a list to open.
struct HTMLCases {
    let cases: [CaseResult]

    var values: HTMLValues {
        let passed = cases.filter { $0.status == .pass }
        let duration = HTMLDuration(passed.map(\.durationMs))
        let list = passed.map { ["id": VisibleText.of($0.id), "time": duration.values($0.durationMs)] as HTMLValues }
        return HTMLValues(present: [
            "wanting": cases.filter { $0.status != .pass }.map(wanting),
            "passed": passed.isEmpty ? nil : ["count": "\(passed.count)", "list": list] as HTMLValues,
        ])
    }

    private func wanting(_ result: CaseResult) -> HTMLValues {
        HTMLValues(present: [
            "status": result.status.rawValue, "mark": TextStyle.word(result.status), "id": VisibleText.of(result.id),
            "stage": result.stage.map { VisibleText.of($0) }, "duration": HTMLDuration.text(result.durationMs),
            "message": result.message.map { VisibleText.of($0) },
        ])
    }
}
