/// A scalar that PyYAML wrote as the object of Python which it was.
///
/// A name of a header is one in cassettes of clients that have a class of text for it, as aiohttp's `istr`; a status is one
/// where it was an `HTTPStatus`. PyYAML's `represent_object` writes the arguments that make the object again: as a list, or
/// under `args` where the object has a state besides.
enum PythonObject {
    private static let constructors = ["apply:", "new:"].map { "tag:yaml.org,2002:python/object/" + $0 }

    /// The one scalar that an object is made of, in the object's place; any other node as it is.
    static func value(of node: CassetteNode, tag: String?) -> CassetteNode {
        guard let tag, constructors.contains(where: tag.hasPrefix) else { return node }
        let arguments: CassetteNode.Content
        if case .mapping = node.content, let named = node["args"] {
            arguments = named.content
        } else {
            arguments = node.content
        }
        guard case .sequence(let list) = arguments, list.count == 1, let only = list.first,
            case .scalar = only.content
        else { return node }
        return CassetteNode(content: only.content, place: node.place)
    }
}
