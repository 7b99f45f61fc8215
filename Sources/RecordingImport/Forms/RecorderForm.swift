import JSONText

/// What a recorder's own documents and readers say of its files: the versions that there are, and the members of each part.
///
/// All recorders are held to one rule. A version that the recorder's reader refuses is refused here; one at which it never
/// looks is said. A member that is not read, and with which something may be lost, is said, and so is one of two that mean the
/// same thing.
struct RecorderForm: Sendable {
    /// The format, as notes name it.
    let name: String
    let version: FormVersion?
    let root: FormPart

    /// A version that is none of the format's.
    struct Breach<Node: StoredNode> {
        let path: JSONPath
        let node: Node
        let expected: String
    }

    /// Looks at all of a document, and notes what of it is not read.
    ///
    /// - Returns: the breach for which the document cannot be read; nil if there is none.
    func breach<Node: StoredNode>(in document: Node, _ ignored: inout IgnoredParts) -> Breach<Node>? {
        if let breach = version.flatMap({ unknown($0, in: document) }) {
            guard version?.unknown == .passedOver else { return breach }
            ignored.addRemark(
                "\(breach.path): expected \(breach.expected), which its own reader does not look at; the file is read as it is"
            )
        }
        Self.look(into: document, root, .root, &ignored)
        return nil
    }

    private func unknown<Node: StoredNode>(_ version: FormVersion, in document: Node) -> Breach<Node>? {
        var (node, path) = (document, JSONPath.root)
        for name in version.place {
            guard let member = node.storedMembers.last(where: { $0.name == name }) else { return nil }
            (node, path) = (member.value, path.appending(name))
        }
        guard !node.isNothing, !(node.storedWord.map(version.isKnown) ?? false) else { return nil }
        return Breach(path: path, node: node, expected: "version \(version.words) of \(name)")
    }

    private static func look<Node: StoredNode>(
        at node: Node, _ part: FormPart, _ path: JSONPath, _ ignored: inout IgnoredParts
    ) {
        let members = node.storedMembers
        guard part.marks.isEmpty || members.contains(where: { part.marks.contains($0.name) }) else { return }
        for (name, value) in members {
            if let inner = part.parts[name] {
                look(into: value, inner, path.appending(name), &ignored)
            } else if !part.knows(name) {
                ignored.addMember(name, at: path.appending(name))
            }
        }
        for choice in part.choices {
            let there = choice.filter { name in members.contains { $0.name == name && !$0.value.isNothing } }
            for name in there.dropFirst() {
                ignored.addMember(name, beside: there[0], at: path.appending(name))
            }
        }
    }

    private static func look<Node: StoredNode>(
        into value: Node, _ part: FormPart, _ path: JSONPath, _ ignored: inout IgnoredParts
    ) {
        guard let elements = value.storedElements else { return look(at: value, part, path, &ignored) }
        for (index, element) in elements.enumerated() { look(at: element, part, path.appending(index), &ignored) }
    }
}

extension RecorderForm {
    /// The same of a document in JSON.
    func check(_ document: JSONCursor, _ ignored: inout IgnoredParts) throws(JSONShapeError) {
        guard let breach = breach(in: document.value, &ignored) else { return }
        throw JSONCursor(breach.node, path: breach.path).fault(expected: breach.expected)
    }

    /// The same of a cassette.
    func check(_ document: CassetteNode, _ ignored: inout IgnoredParts) throws(CassetteFault) {
        guard let breach = breach(in: document, &ignored) else { return }
        throw CassetteFault(breach.path, breach.node, expected: breach.expected)
    }
}
