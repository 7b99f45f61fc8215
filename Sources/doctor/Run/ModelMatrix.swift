import Diagnosis
import Report

/// The cells of a model x region table, asked a number at a time.
struct ModelMatrix: Sendable {
    let prober: ModelProber
    let subjects: [ProbeSubject]
    let concurrency: Int

    /// Asks every cell, and gives each to `report` in the order of the table, as soon as those before it are there.
    ///
    /// When the credentials are refused for every model, the cells not yet asked are given as not asked.
    func run(report: @Sendable (ModelCell) -> Void, progress: @Sendable (Int, Int) -> Void) async {
        let subjects = subjects
        var cells = [ModelCell?](repeating: nil, count: subjects.count)
        var reported = 0
        var done = 0
        var stop = StoppedAsking()
        await withTaskGroup(of: (Int, ModelCell?).self) { group in
            var next = 0
            func submit() {
                while next < subjects.count {
                    let index = next
                    let subject = subjects[index]
                    next += 1
                    if let cause = stop.cause(for: subject.region) {
                        cells[index] = VerdictReader(subject, today: prober.today).unasked(after: cause)
                        done += 1
                        continue
                    }
                    group.addTask { (index, await prober.cell(subject)) }
                    return
                }
            }
            for _ in 0..<min(concurrency, subjects.count) { submit() }
            while let (index, cell) = await group.next() {
                done += 1
                cells[index] = cell
                if let cell { stop.take(cell) }
                if !Task.isCancelled { submit() }
                while reported < cells.count, let ready = cells[reported] {
                    report(ready)
                    reported += 1
                }
                progress(done, subjects.count)
            }
        }
        // What an interruption left behind a gap is still an answer.
        for cell in cells[reported...].compactMap(\.self) { report(cell) }
    }
}

/// Where asking on would only repeat a refusal of the credentials.
private struct StoppedAsking {
    private var everywhere: ModelCell?
    private var inRegion: [String: ModelCell] = [:]

    mutating func take(_ cell: ModelCell) {
        switch MatrixStop(after: cell) {
        case .none: break
        case .region: if cell.verdict == .credentialFault { inRegion[cell.region] = inRegion[cell.region] ?? cell }
        case .everything: everywhere = everywhere ?? cell
        }
    }

    func cause(for region: String) -> ModelCell? { everywhere ?? inRegion[region] }
}
