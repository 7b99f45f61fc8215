import Recordings

/// What of the inputs is replayed, and what is only noted.
struct ReplayPlan: Sendable {
    let cases: [ReplayCase]
    let notes: [String]

    init(_ inputs: [ReplayInput]) {
        var cases: [ReplayCase] = []
        var notes: [String] = []
        for input in inputs {
            var number = 0
            var others = 0
            for exchange in input.recording.exchanges {
                guard let target = exchange.converse else {
                    others += 1
                    continue
                }
                cases.append(ReplayCase(id: "\(input.name)#\(number)", exchange: exchange, target: target))
                number += 1
            }
            if others > 0 { notes.append("\(input.name): \(others) exchanges of other operations ignored") }
            notes += input.notes.map { "\(input.name): \($0)" }
        }
        self.cases = cases
        self.notes = notes
    }

    /// The replayed exchanges as recordings for the mock, each under the id of its case.
    var recordings: [Recording] {
        cases.filter { $0.reasonToSkip == nil }.map { item in
            Recording(
                name: item.id, source: RecordingSource(kind: .imported, tool: "replay", version: ""),
                exchanges: [item.exchange])
        }
    }

    /// Where the mock has to be.
    var regions: Set<String> { Set(cases.map(\.region)) }

    /// The indices of the replayed cases, in lanes.
    ///
    /// Equal requests fall into one lane, in their recorded order.
    func lanes(_ count: Int) -> [[Int]] {
        var lanes = [[Int]](repeating: [], count: count)
        for (index, item) in cases.enumerated() where item.reasonToSkip == nil {
            let request = item.exchange.request
            var hasher = Hasher()
            hasher.combine(RequestKey(method: request.method, target: request.target, body: request.body))
            lanes[Int(hasher.finalize().magnitude % UInt(count))].append(index)
        }
        return lanes.filter { !$0.isEmpty }
    }
}
