import Codes
import SigV4

/// The same JSON written otherwise, or only a part of it.
enum BodySpellings {
    typealias Form = BodyForms.Form

    /// The whole value in other styles, the usual ones first.
    static func all(_ body: [UInt8], _ meter: SearchMeter) -> [Form] {
        guard let value = JSONTree(body) else { return [] }
        var forms = Forms(seen: [body], meter: meter)
        for (index, style) in JSONSpelling.all.prefix(80).enumerated() where !meter.isOver {
            forms.add(value.written(style), "the JSON \(style.words)", index < 16 ? .triples : .pairs)
        }
        let usual = value.sorted(by: JSONTree.converseOrder)
        for style in JSONSpelling.usual.prefix(4) where !meter.isOver {
            forms.add(
                usual.written(style), "the JSON with its members in the order of the documentation, \(style.words)",
                .pairs)
            forms.add(value.written(style) + [0x0A], "the JSON \(style.words), with a line feed at its end", .pairs)
        }
        if let reversed = value.reversed {
            for style in JSONSpelling.usual.prefix(4) where !meter.isOver {
                forms.add(reversed.written(style), "the JSON with its members reversed, \(style.words)", .pairs)
            }
        }
        return forms.list
    }

    /// Styles that are too many to be tried with other mistakes, and parts of the value.
    static func many(_ body: [UInt8], _ meter: SearchMeter) -> [Form] {
        guard let value = JSONTree(body) else { return [] }
        var forms = Forms(seen: [body], meter: meter)
        for style in JSONSpelling.all.dropFirst(80) where !meter.isOver {
            forms.add(value.written(style), "the JSON \(style.words)", .alone)
        }
        for style in JSONSpelling.all.prefix(60) where !meter.isOver {
            let text = value.written(style)
            forms.add(text + [0x0A], "the JSON \(style.words), with a line feed at its end", .alone)
            if style.indent != nil {
                forms.add(BodyForms.lineEnds(text, [0x0D, 0x0A]), "the JSON \(style.words), with CR LF", .alone)
            }
        }
        let usual = value.sorted(by: JSONTree.converseOrder)
        for style in JSONSpelling.usual where !meter.isOver {
            for other in [value.reversed].compactMap(\.self) + usual.permuted {
                forms.add(other.written(style), "the JSON with its members in another order, \(style.words)", .alone)
            }
            for (name, smaller) in value.withoutEachMember {
                forms.add(smaller.written(style), "the JSON without the member '\(name)', \(style.words)", .alone)
            }
            for (name, member) in value.members {
                forms.add(member.written(style), "only the member '\(name)' of the JSON, \(style.words)", .alone)
            }
        }
        return forms.list
    }

    /// Forms without one twice.
    private struct Forms {
        var seen: Set<[UInt8]>
        let meter: SearchMeter
        var list: [Form] = []

        mutating func add(_ bytes: [UInt8], _ words: String, _ reach: Mistake.Reach) {
            meter.count(bytes: SearchMeter.writingCost * bytes.count)
            if seen.insert(bytes).inserted { list.append(Form(bytes, .bodyChanged, words, reach)) }
        }
    }
}
