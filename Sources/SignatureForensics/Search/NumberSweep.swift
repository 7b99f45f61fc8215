import Codes
import SigV4

/// Every number of a range in the value of one header: the length of a body that was another one.
struct NumberSweep: Sendable {
    let cause: FindingCode
    let name: String
    /// The place of the header among the entries.
    let index: Int
    /// What stands before the number.
    let prefix: [UInt8]
    let range: ClosedRange<Int>

    /// The sweeps that a request gives reason for.
    static func all(_ model: SignerModel, _ facts: RequestFacts) -> [NumberSweep] {
        model.headers.entries.indices.flatMap { index -> [NumberSweep] in
            let entry = model.headers.entries[index]
            guard entry.isListed else { return [] }
            switch String(decoding: entry.lowerName, as: UTF8.self) {
            case "content-length":
                // A body that was written again has a length of the same order: pgbackrest/pgbackrest#1340,
                // envoyproxy/ai-gateway#694.
                return [
                    NumberSweep(
                        cause: .headerContentLength, name: "content-length", index: index, prefix: [],
                        range: 0...min(max(2 * facts.body.count, 512) + 64, 4_096))
                ]
            default: return []
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
    private static let share = 180_000

    /// Tries what there are many of, every second, every length: alone, then each with as many of the usual
    /// mistakes as its share allows.
    func wide(_ singles: [Candidate], _ many: [Candidate], _ sweeps: [NumberSweep]) -> [Mistake]? {
        let usual = singles.filter { $0.reach == .triples }
        let seconds = many.filter { $0.sections == .text && $0.mistakes[0].cause == .timeTwo }
        if !seconds.isEmpty, let found = product(usual.filter(\.isWithin), Array(seconds.prefix(600))) { return found }
        for one in usual where one.sections == .key {
            for index in seconds.indices.prefix(240) {
                if meter.isOver { return nil }
                if tries(one, seconds[index]) { return one.mistakes + seconds[index].mistakes }
            }
        }
        let old = many.filter { $0.sections == [.text, .headers] && $0.mistakes[0].cause == .timeReuse }
        if let found = pairs(old.prefix(300), with: usual) { return found }
        for sweep in sweeps {
            if let found = run(sweep, with: nil) { return found }
        }
        if let found = beginnings() { return found }
        // The key and the body before the many values of headers.
        let order: [SignerModel.Sections] = [.key, .payload, .target, .headers, .text]
        let sorted = order.flatMap { section in usual.filter { $0.sections == section }.prefix(160) }
        for sweep in sweeps {
            for other in sorted.prefix(Self.share / sweep.range.count) where !isExhausted {
                if let found = run(sweep, with: other) { return found }
            }
        }
        return pairs(old.prefix(300), with: singles.filter { $0.reach == .pairs && $0.sections != .text })
    }

    /// Every beginning of the body: a stream that was read in part.
    private func beginnings() -> [Mistake]? {
        guard body.count <= 8_192 else { return nil }
        var state = SHA256State()
        let (target, headers) = (right.targetText, right.headers.text)
        var before = SHA256State()
        before.update(target.span)
        before.update(headers.span)
        guard right.text.isPlain else { return nil }
        let (key, head) = (right.key.key, right.text.head)
        let signing = key.state(after: head.span)
        for count in body.indices {
            let line = state.digest(followedBy: [UInt8]().span).hexBytes
            if meter.isOver { return nil }
            if count > 0, matches(hash: before.digest(followedBy: line.span), of: line.count, key, signing) {
                return [
                    Mistake(
                        .bodyChanged, at: .inProcess, "the hash of only the first \(count) bytes of the body", .payload,
                        .payload, .alone
                    ) { $0.payload = line }
                ]
            }
            let next = [body[count]]
            state.update(next.span)
        }
        return nil
    }

    /// Each of some with each of others, as they come.
    func pairs(_ some: ArraySlice<Candidate>, with others: [Candidate]) -> [Mistake]? {
        for one in some where !isExhausted {
            for index in others.indices {
                if meter.isOver { return nil }
                if tries(one, others[index]) { return one.mistakes + others[index].mistakes }
            }
        }
        return nil
    }

    /// Tries each number, together with another mistake; the text around it is hashed once.
    private func run(_ sweep: NumberSweep, with other: Candidate?) -> [Mistake]? {
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
            if meter.isOver { return nil }
            if matches(hash: state.digest(followedBy: rest.span), of: rest.count, key, signing) {
                return (other?.mistakes ?? []) + [sweep.mistake(number)]
            }
        }
        return nil
    }
}
