import JSONText

/// The tables and arrays of a document while it is read, and how each came to be: that decides whether it may grow.
struct TOMLTree {
    /// How a table came to be.
    enum Origin {
        /// By a header of a table below it; its own header may still come.
        case implied
        /// By its header.
        case header
        /// By a dotted key; it may get more of them, and no header.
        case dotted
    }

    enum Node {
        case table(names: [String: Int], order: [String], Origin)
        /// Tables that have headers in double brackets.
        case tables([Int])
        /// A value is complete, also one that is a table in braces.
        case value(JSONValue)
    }

    /// Why a key cannot be set, or a table not be opened.
    enum Refusal: Error {
        /// There is a value of that name, or a table that is complete.
        case exists
    }

    private(set) var nodes: [Node] = [.table(names: [:], order: [], .header)]

    // MARK: Headers

    /// The table that a header opens.
    mutating func open(_ key: [String]) throws(Refusal) -> Int {
        let (parent, name) = try parent(of: key)
        guard let place = child(name, of: parent) else { return add(name, emptyTable(.header), to: parent) }
        guard case .table(let names, let order, .implied) = nodes[place] else { throw .exists }
        nodes[place] = .table(names: names, order: order, .header)
        return place
    }

    /// The table that a header in double brackets appends.
    mutating func append(_ key: [String]) throws(Refusal) -> Int {
        let (parent, name) = try parent(of: key)
        let table = nodes.count
        guard let place = child(name, of: parent) else {
            nodes.append(emptyTable(.header))
            _ = add(name, .tables([table]), to: parent)
            return table
        }
        guard case .tables(var tables) = nodes[place] else { throw .exists }
        // Out of the node first, so that the array is not copied for each of its tables.
        nodes[place] = .tables([])
        tables.append(table)
        nodes[place] = .tables(tables)
        nodes.append(emptyTable(.header))
        return table
    }

    /// The table in which the last part of a header's key stands.
    private mutating func parent(of key: [String]) throws(Refusal) -> (table: Int, name: String) {
        var table = 0
        for name in key.dropLast() {
            guard let place = child(name, of: table) else {
                table = add(name, emptyTable(.implied), to: table)
                continue
            }
            switch nodes[place] {
            case .value: throw .exists
            case .table: table = place
            case .tables(let tables): table = tables.last ?? place
            }
        }
        return (table, key.last ?? "")
    }

    // MARK: Keys and values

    /// Sets a key, which may have dots, in a table.
    mutating func set(_ key: [String], to value: JSONValue, in start: Int) throws(Refusal) {
        var table = start
        for name in key.dropLast() {
            guard let place = child(name, of: table) else {
                table = add(name, emptyTable(.dotted), to: table)
                continue
            }
            guard case .table(_, _, .dotted) = nodes[place] else { throw .exists }
            table = place
        }
        guard let name = key.last, child(name, of: table) == nil else { throw .exists }
        _ = add(name, .value(value), to: table)
    }

    // MARK: Result

    /// A table as JSON.
    func object(of table: Int) -> JSONObject {
        guard case .table(let names, let order, _) = nodes[table] else { return JSONObject() }
        return JSONObject(order.map { JSONMember(name: $0, value: names[$0].map { value(of: $0) } ?? .null) })
    }

    private func value(of place: Int) -> JSONValue {
        switch nodes[place] {
        case .table: .object(object(of: place))
        case .tables(let tables): .array(tables.map { .object(object(of: $0)) })
        case .value(let value): value
        }
    }

    private func emptyTable(_ origin: Origin) -> Node { .table(names: [:], order: [], origin) }

    private func child(_ name: String, of table: Int) -> Int? {
        guard case .table(let names, _, _) = nodes[table] else { return nil }
        return names[name]
    }

    private mutating func add(_ name: String, _ node: Node, to table: Int) -> Int {
        guard case .table(var names, var order, let origin) = nodes[table] else { return table }
        nodes[table] = .table(names: [:], order: [], origin)
        names[name] = nodes.count
        order.append(name)
        nodes[table] = .table(names: names, order: order, origin)
        nodes.append(node)
        return nodes.count - 1
    }
}
