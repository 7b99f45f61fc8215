import Foundation
import JSONText
import Testing

/// Real recorded Bedrock exchanges that may lie beside the package, in `../shared/cassettes`.
enum SharedCassettes {
    static let directory: String? = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().resolvingSymlinksInPath()
        let package = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = package.deletingLastPathComponent().appendingPathComponent("shared/cassettes").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// Prints each exchange of a Converse path: file, operation, status, request and response body as JSON text.
    static let dump = """
        import gzip, json, os, sys, yaml
        def text(body):
            if isinstance(body, dict):
                body = body.get('string')
            if body is None:
                return None
            if isinstance(body, bytes):
                if body[:2] == b'\\x1f\\x8b':
                    body = gzip.decompress(body)
                try:
                    body = body.decode()
                except UnicodeDecodeError:
                    return None
            try:
                json.loads(body)
            except ValueError:
                return None
            return body
        found = []
        directory = os.environ['CASSETTES']
        for name in sorted(os.listdir(directory)):
            if not name.endswith('.yaml'):
                continue
            with open(os.path.join(directory, name), 'rb') as file:
                for exchange in yaml.load(file, Loader=getattr(yaml, 'CSafeLoader', yaml.SafeLoader))['interactions']:
                    path = exchange['request']['uri'].split('?')[0]
                    operation = path.rsplit('/', 1)[-1]
                    if '/model/' not in path or operation not in ('converse', 'converse-stream'):
                        continue
                    sides = []
                    for side in (exchange['request'], exchange['response']):
                        parsed = side.get('parsed_body')
                        sides.append(json.dumps(parsed) if parsed is not None else text(side.get('body')))
                    found.append({'file': name, 'operation': operation, 'request': sides[0], 'response': sides[1],
                                  'status': (exchange['response'].get('status') or {}).get('code', 0)})
        json.dump(found, sys.stdout)
        """

    static func exchanges() async throws -> [JSONValue] {
        try await Python.json(dump, ["CASSETTES": directory ?? ""]).arrayValue ?? []
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test only where the recorded exchanges lie beside the package and python3 can read YAML.
    static var needsCassettes: Self {
        enabled("no ../shared/cassettes beside the package, or python3 has no yaml") {
            guard SharedCassettes.directory != nil else { return false }
            return await Python.canImport("yaml")
        }
    }
}
