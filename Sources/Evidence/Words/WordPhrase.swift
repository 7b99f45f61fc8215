/// Words that stand close together in a text, in any order.
///
/// `a|b` takes either word, `a*` any word that begins so. The words may be spread over as many others as the phrase has
/// words, and four more.
package struct WordPhrase: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    private enum Pattern: Sendable {
        case exact(String)
        case prefix(String)
    }

    /// The phrase as it is written in a rule.
    package let description: String

    private let groups: [[Pattern]]

    /// How many words the phrase has.
    package var count: Int { groups.count }

    package init(stringLiteral text: String) {
        description = text
        groups = text.split(separator: " ").map { group in
            group.split(separator: "|").map { word in
                word.hasSuffix("*") ? .prefix(String(word.dropLast())) : .exact(String(word))
            }
        }
    }

    /// Where the words stand close together; `index` has the places of each word.
    func ranges(in index: [String: [Int]]) -> [Range<Int>] {
        var places: [[Int]] = []
        places.reserveCapacity(groups.count)
        for group in groups {
            var found: [Int] = []
            for pattern in group {
                switch pattern {
                case .exact(let word): found += index[word] ?? []
                case .prefix(let start): for (word, at) in index where word.hasPrefix(start) { found += at }
                }
            }
            if found.isEmpty { return [] }
            places.append(found)
        }
        let reach = groups.count * 2 + 4
        // The window may begin at the place of any of the words.
        return Set(places.joined()).sorted().compactMap { start in
            var end = start
            for others in places {
                let nearest = others.lazy.filter { $0 >= start && $0 < start + reach }.min()
                guard let nearest else { return nil }
                end = max(end, nearest)
            }
            return start..<(end + 1)
        }
    }
}
