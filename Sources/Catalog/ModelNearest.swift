import JSONText
package import WireText

/// What somebody meant who wrote a model id that does not exist.
extension ModelCatalog {
    /// The known id nearest to a misspelt one, its geographic prefix kept; `nil` when none is near enough.
    ///
    /// Forms are repaired first, since most wrong ids are right ones in another tool's dress: a `bedrock/` prefix,
    /// `anthropic/claude…`, a `[1m]` suffix, a missing provider, a missing or invented `-v1`, `:0` or date. Then up to
    /// three typing errors are looked through; version numbers are never changed, because `4-7` is another model
    /// than `4-6` and not a slip.
    package func nearest(to written: String, today: CalendarDay? = nil) -> String? {
        guard written.utf8.count <= 256, let text = ModelReference(written).id else { return nil }
        let repaired = Self.repaired(text)
        let (prefix, named) = ModelPrefix.split(repaired)
        let bare = Self.withKnownProvider(named)
        guard let found = nearestBare(bare, today: today) else { return nil }
        let answer = prefix.map { "\($0).\(found)" } ?? found
        return answer == written ? nil : answer
    }

    private func nearestBare(_ bare: String, today: CalendarDay?) -> String? {
        if models.contains(where: { $0.id == bare }) { return bare }
        let core = Self.core(bare)
        if core.utf8.count < 4 { return nil }
        let sameCore = models.filter { Self.core($0.id) == core }
        if let exact = preferred(sameCore, today: today) { return exact }
        let undated = Self.undated(core)
        if let dated = preferred(models.filter { Self.undated(Self.core($0.id)) == undated }, today: today) {
            return dated
        }
        return nearestByEdits(core)
    }

    private func nearestByEdits(_ core: String) -> String? {
        let limit = min(3, core.utf8.count / 6)
        let numbers = Self.numbers(core)
        var best: (distance: Int, id: String)?
        for model in models {
            let known = Self.core(model.id)
            guard Self.numbers(known) == numbers else { continue }
            let distance = NearestName.distance(core, known)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, model.id) }
        }
        return best?.id
    }

    /// Among ids that fit equally, one that is still alive.
    private func preferred(_ entries: [ModelEntry], today: CalendarDay?) -> String? {
        guard let today else { return entries.first?.id }
        return (entries.first { $0.lifecycle(on: today) != .retired } ?? entries.first)?.id
    }

    // MARK: Forms

    /// The id without the dress of other tools.
    private static func repaired(_ text: String) -> String {
        var id = String(percentDecoded(text.lowercased()).trimmedWhitespace().trimmed(of: "\"'`"))
        for wrapper in [
            "aws-bedrock/", "bedrock_converse/", "bedrock/converse/", "bedrock/", "amazon-bedrock/", "converse/",
        ]
        where id.hasPrefix(wrapper) {
            id.removeFirst(wrapper.count)
        }
        if let bracket = id.firstIndex(of: "[") { id = String(id[..<bracket]) }
        if let slash = id.firstIndex(of: "/"), ModelName.providers.contains(String(id[..<slash])) {
            id = id[..<slash] + "." + id[id.index(after: slash)...]
        }
        return withColon(id.replacingSpaces())
    }

    /// The id as it was before it went into a URL, once or twice.
    private static func percentDecoded(_ text: String) -> String {
        text.replacing("%25", with: "%").replacing("%3a", with: ":").replacing("%2f", with: "/")
            .replacing("%20", with: " ")
    }

    /// The id with `-v1.0`, `-v1-0` or `-v1/0` at its end written as `-v1:0`.
    private static func withColon(_ id: String) -> String {
        guard let version = id.ranges(of: "-v").last else { return id }
        let tail = id[version.upperBound...]
        let parts = tail.split(omittingEmptySubsequences: false) { "./-;,".contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count < 3 && $0.allSatisfy(\.isNumber) })
        else { return id }
        return "\(id[..<version.upperBound])\(parts[0]):\(parts[1])"
    }

    /// The id with the provider spelt as Bedrock spells it, if it is at most one slip away.
    private static func withKnownProvider(_ id: String) -> String {
        guard let dot = id.firstIndex(of: ".") else { return id }
        let provider = String(id[..<dot])
        guard !ModelName.providers.contains(provider),
            let known = NearestName.nearest(to: provider, among: ModelName.providers.sorted(), limit: 1)
        else { return id }
        return known + id[dot...]
    }

    /// Provider and version suffix taken off: `anthropic.claude-opus-4-6-v1:0` and `claude-opus-4-6` have one core.
    private static func core(_ bare: String) -> String {
        var text = bare[...]
        if let dot = text.firstIndex(of: "."), ModelName.providers.contains(String(text[..<dot])) {
            text = text[text.index(after: dot)...]
        }
        if let colon = text.firstIndex(of: ":") { text = text[..<colon] }
        if let version = text.ranges(of: "-v").last, text[version.upperBound...].allSatisfy(\.isNumber) {
            text = text[..<version.lowerBound]
        }
        return String(text.filter { $0 != "_" })
    }

    /// A core without its date of eight digits.
    private static func undated(_ core: String) -> String {
        core.split(separator: "-").filter { !($0.utf8.count == 8 && $0.allSatisfy(\.isNumber)) }.joined(separator: "-")
    }

    /// The numbers of a core that make it another model; a date is not one of them.
    private static func numbers(_ core: String) -> [String] {
        core.split { !$0.isNumber }.filter { $0.utf8.count < 8 }.map(String.init)
    }
}

extension String {
    /// The text with every white space or underscore a hyphen.
    fileprivate func replacingSpaces() -> String {
        String(map { $0.isWhitespace || $0 == "_" ? "-" : $0 })
    }
}
