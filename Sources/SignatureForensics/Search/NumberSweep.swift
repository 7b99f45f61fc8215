import SigV4

/// Every number of a range in the value of one header: a port, a length.
struct NumberSweep: Sendable {
    let cause: SignatureCause
    let name: String
    /// The place of the header among the entries.
    let index: Int
    /// What stands before the number.
    let prefix: [UInt8]
    let range: ClosedRange<Int>

    /// The sweeps that a request gives reason for.
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [NumberSweep] {
        model.headers.entries.indices.compactMap { index in
            let entry = model.headers.entries[index]
            guard entry.isListed else { return nil }
            switch String(decoding: entry.lowerName, as: UTF8.self) {
            case "host":
                let (name, _) = HostValues.split(String(decoding: entry.canonical, as: UTF8.self))
                return NumberSweep(
                    cause: .headerPort, name: "host", index: index, prefix: Array((name + ":").utf8), range: 1...65535)
            case "content-length":
                let limit = min(max(2 * facts.body.count, 512) + 64, 40_000)
                return NumberSweep(
                    cause: .headerContentLength, name: "content-length", index: index, prefix: [], range: 0...limit)
            default: return nil
            }
        }
    }

    fileprivate func mistake(_ number: Int) -> Mistake {
        let value = prefix + Array(String(number).utf8)
        return Mistake(
            cause, at: .inProcess, "'\(name)' with the value '\(VisibleBytes.text(value))'", .header(index), .headers,
            .alone
        ) { $0.headers.entries[index].replacement = value }
    }
}

extension SignatureSearch {
    /// How many signatures one kind of number may cost.
    private static let share = 120_000

    /// Tries what there are many of, every second, every port, every length: alone, then each with as many of the usual
    /// mistakes as its share allows.
    mutating func wide(_ singles: [Candidate], _ sweeps: [NumberSweep]) -> [Mistake]? {
        for sweep in sweeps {
            if let found = run(sweep, with: nil) { return found }
        }
        let usual = singles.filter { $0.reach == .triples }
        let seconds = singles.filter { $0.reach == .alone && $0.sections == .text }
        if !seconds.isEmpty, let found = product(usual.filter(\.isWithin), Array(seconds.prefix(600))) { return found }
        for one in usual where one.sections == .key {
            for second in seconds.prefix(240) {
                guard let both = together(one, second) else { continue }
                if matches(both.parts) { return both.mistakes }
            }
        }
        // The key and the body before the many values of headers.
        let order: [SignerModel.Sections] = [.key, .payload, .target, .headers]
        let sorted = order.flatMap { section in usual.filter { $0.sections == section }.prefix(64) }
        for sweep in sweeps {
            for other in sorted.prefix(Self.share / sweep.range.count) where !isExhausted {
                if let found = run(sweep, with: other) { return found }
            }
        }
        return nil
    }

    /// Tries each number, together with another mistake; the text around it is hashed once.
    private mutating func run(_ sweep: NumberSweep, with other: Candidate?) -> [Mistake]? {
        guard other?.knobs.isDisjoint(with: .header(sweep.index)) ?? true else { return nil }
        var model = right
        other?.mistakes.forEach { $0.change(&model) }
        model.headers.entries[sweep.index].replacement = sweep.prefix + [0x01]
        let headers = model.headers.text
        guard let place = headers.firstIndex(of: 0x01) else { return nil }
        let (target, start) = (model.targetText, Array(headers[..<place]))
        var state = SHA256State()
        state.update(target.span)
        state.update(start.span)
        let tail = Array(headers[(place + 1)...]) + model.payload
        guard model.text.isPlain else { return nil }
        let (key, head) = (model.key.key, model.text.head)
        let signing = key.state(after: head.span)
        for number in sweep.range {
            let rest = Array(String(number).utf8) + tail
            if matches(hash: state.digest(followedBy: rest.span), key, signing) {
                return (other?.mistakes ?? []) + [sweep.mistake(number)]
            }
        }
        return nil
    }
}
