import SigV4
import WireText

/// Explains one account of a request by the mistakes that lead to it from another.
///
/// Nothing has to be hashed: each line is compared by itself, so that any number of mistakes is found, the one that
/// closes most of the difference first.
struct TextExplanation {
    /// The mistakes that were made on the way.
    private(set) var mistakes: [Mistake] = []
    /// The account that they lead to.
    private(set) var model: SignerModel
    private let lines: CanonicalLines
    private let stringToSign: [[UInt8]]?
    private let meter: SearchMeter

    /// Looks for the way from a description to an account; nil if that has not the shape of one.
    init?(from right: SignerModel, to texts: SignedTexts, _ known: [Mistake], _ meter: SearchMeter) {
        guard let lines = CanonicalLines(texts.canonicalRequest.bytes) else { return nil }
        self.lines = lines
        self.meter = meter
        stringToSign = texts.stringToSign.map { SectionDifference.lines($0.bytes) }
        model = right
        let usable = known.filter { $0.reach > .alone && $0.sections != .key }
        while mistakes.count < 8, !meter.isOver, distance(model, .all) > 0, step(usable) {}
    }

    /// Whether the mistakes lead all the way.
    var isComplete: Bool { distance(model, .all) == 0 }

    /// Takes the mistake that brings the description nearest; false if none does.
    private mutating func step(_ known: [Mistake]) -> Bool {
        var best: (mistakes: [Mistake], gain: Int)?
        let turned = mistakes.reduce(into: Knobs()) { $0.formUnion($1.knobs) }
        let free = known.filter { $0.knobs.isDisjoint(with: turned) }
        for mistake in free where !meter.isOver {
            let gain = gain([mistake])
            if gain > best?.gain ?? 0 { best = ([mistake], gain) }
        }
        if best == nil { best = pair(free.filter { $0.sections == .target }) }
        guard let best else { return false }
        for mistake in best.mistakes { mistake.change(&model) }
        mistakes += best.mistakes
        return true
    }

    /// Two mistakes in one line, of which neither is enough alone.
    private func pair(_ known: [Mistake]) -> (mistakes: [Mistake], gain: Int)? {
        for (index, one) in known.enumerated() {
            for other in known[(index + 1)...] where other.knobs.isDisjoint(with: one.knobs) {
                if meter.isOver { return nil }
                let gain = gain([one, other])
                if gain > 0 { return ([one, other], gain) }
            }
        }
        return nil
    }

    private func gain(_ mistakes: [Mistake]) -> Int {
        var changed = model
        var sections = SignerModel.Sections()
        for mistake in mistakes {
            mistake.change(&changed)
            sections.formUnion(mistake.sections)
        }
        return distance(model, sections) - distance(changed, sections)
    }

    /// What it costs to make parts of a signer and to compare them, in hashed bytes.
    private func cost(_ model: SignerModel, _ sections: SignerModel.Sections) -> Int {
        let target = model.path.sent.count + model.query.sent.count
        return SearchMeter.writingCost
            * ((sections.contains(.target) ? target : 0) + (sections.contains(.headers) ? lines.headers.count * 32 : 0))
    }

    /// How many lines of some parts differ.
    private func distance(_ model: SignerModel, _ sections: SignerModel.Sections) -> Int {
        var count = 0
        meter.count(bytes: cost(model, sections))
        if sections.contains(.target) {
            count += model.method == lines.method ? 0 : 1
            count += model.path.line == lines.path ? 0 : 1
            count += model.query.line == lines.query ? 0 : 1
        }
        if sections.contains(.headers) { count += headerDistance(model) }
        if sections.contains(.payload) { count += model.payload == lines.payloadHash ? 0 : 1 }
        if sections.contains(.text), let stringToSign, stringToSign.count == 4 {
            count += model.text.algorithm == stringToSign[0] ? 0 : 1
            count += model.text.date == stringToSign[1] ? 0 : 1
            let scope = stringToSign[2].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            for index in 0..<max(scope.count, model.text.scope.count) {
                let (left, right) = (
                    model.text.scope.indices.contains(index) ? model.text.scope[index] : nil,
                    scope.indices.contains(index) ? Array(scope[index]) : nil
                )
                count += left == right ? 0 : 1
            }
        }
        return count
    }

    private func headerDistance(_ model: SignerModel) -> Int {
        var made = SectionDifference.lines(model.headers.text)
        // The list, a line feed at its end, and the empty line before it.
        _ = made.popLast()
        let list = made.popLast() ?? []
        if made.last?.isEmpty ?? false { made.removeLast() }
        var surplus: [[UInt8]: Int] = [:]
        for line in lines.headers { surplus[line, default: 0] += 1 }
        for line in made { surplus[line, default: 0] -= 1 }
        // By names: a line that is left out is no nearer to one with another value.
        let differing = Set(surplus.filter { $0.value != 0 }.keys.map { $0.prefix { $0 != UInt8(ascii: ":") } }).count
        return 2 * differing + (differing == 0 && made != lines.headers ? 1 : 0) + (list == lines.signedHeaders ? 0 : 1)
    }
}

extension SignerModel.Sections {
    static let all: SignerModel.Sections = [.target, .headers, .payload, .text]
}
