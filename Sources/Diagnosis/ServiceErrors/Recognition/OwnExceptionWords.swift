import Evidence

/// What the runtimes of languages say of a program's own mistakes: a value that is not there, of another kind, or called for what
/// it is not.
///
/// Sources: <https://docs.python.org/3/library/exceptions.html>,
/// <https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Errors>, <https://openjdk.org/jeps/358>,
/// <https://www.lua.org/manual/5.4/manual.html>, <https://dart.dev/null-safety>,
/// <https://learn.microsoft.com/en-us/dotnet/api/system.argumentnullexception>, <https://go.dev/ref/spec#Run_time_panics>.
enum OwnExceptionWords {
    /// Words, all of which stand in one line.
    static let all: [[String]] =
        [python, javaScript, jvm, others].flatMap { $0 }

    private static let python: [[String]] = [
        ["' object has no attribute '"], ["object is not subscriptable"], ["object is not iterable"],
        ["object is not callable"], ["object does not support item assignment"],
        ["got an unexpected keyword argument"], ["required positional argument"], ["required keyword-only argument"],
        ["positional argument but "], ["positional arguments but "], ["got multiple values for "],
        ["cannot import name "], ["partially initialized module "],
        ["list index out of range"], ["string index out of range"], ["indices must be integers"],
        ["is not JSON serializable"], ["KeyError: '"], ["local variable '"], ["is not associated with a value"],
        ["name '", "' is not defined"], ["unsupported operand type(s) for "],
        ["' not supported between instances of '"],
        ["values to unpack (expected "], ["cannot unpack non-iterable "], ["unhashable type: '"],
        ["argument of type '", "' is not iterable"], ["object of type '", "' has no len()"],
        ["can't be used in 'await' expression"], ["'async for' requires an object with"],
        ["can only concatenate str (not \""], ["a bytes-like object is required, not '"],
        ["expected str, bytes or os.PathLike object, not "], ["takes no arguments"],
        ["asyncio.run() cannot be called from a running event loop"], ["This event loop is already running"],
        ["dictionary changed size during iteration"], ["maximum recursion depth exceeded"],
        // pydantic, over the arguments of a class
        ["validation errors for "], ["validation error for "],
    ]

    /// V8's, JavaScriptCore's and SpiderMonkey's.
    private static let javaScript: [[String]] = [
        ["Cannot read propert"], ["Cannot set propert"], ["undefined is not an object"], ["null is not an object"],
        ["is not a function"], ["is not a constructor"], ["is not iterable"], ["is not an entry object"],
        ["ReferenceError: ", " is not defined"], ["Cannot convert undefined or null to object"],
        ["Cannot destructure property"], ["Converting circular structure to JSON"],
        ["Maximum call stack size exceeded"], ["can't access property"], ["before initialization"],
        ["argument must be of type string or an instance of "], ["argument must be an instance of "],
        ["does not provide an export named"], ["Class extends value undefined"],
    ]

    private static let jvm: [[String]] = [
        ["NoSuchMethodError"], ["NoSuchFieldError"], ["NoClassDefFoundError"], ["ClassNotFoundException: "],
        ["AbstractMethodError"],
        ["IncompatibleClassChangeError"], ["IllegalAccessError"], ["NullPointerException"], ["ClassCastException"],
        // The helpful messages of the JVM.
        ["Cannot invoke \"", "\" because "], ["Cannot read field \"", "\" because "],
        ["Cannot assign field \"", "\" because "], ["Cannot load from ", " array because "],
        ["Cannot read the array length because "], ["Cannot throw exception because "],
        ["cannot be cast to class "], ["UninitializedPropertyAccessException"], ["ArrayIndexOutOfBoundsException"],
        ["StackOverflowError"],
    ]

    private static let others: [[String]] = [
        // .NET, Go, Rust, Swift
        ["Object reference not set to an instance"], ["Value cannot be null. (Parameter '"],
        ["Unable to cast object of type '"], ["Sequence contains no elements"],
        ["Cannot access a disposed object"],
        ["nil pointer dereference"], ["runtime error: index out of range"], ["interface conversion: "],
        ["assignment to entry in nil map"],
        ["on a `None` value"], ["index out of bounds: the len is "], ["Unexpectedly found nil while "],
        // Ruby, PHP, Elixir, Perl
        ["undefined method `"], ["undefined method '"], ["wrong number of arguments (given "],
        ["Call to a member function"], ["Call to undefined method "], ["Undefined array key"],
        ["Attempt to read property \""], ["Trying to access array offset on "], ["Unsupported operand types: "],
        ["no function clause matching in "], ["no match of right hand side value"],
        ["on an undefined value at "],
        // Lua and Dart
        ["attempt to index ", " value"], ["attempt to call ", " value"], ["attempt to concatenate ", " value"],
        ["attempt to perform arithmetic on ", " value"], ["attempt to compare ", " with "], ["bad argument #"],
        ["' is not a subtype of type '"], ["' was called on null"], ["Null check operator used on a null value"],
        ["LateInitializationError"],
    ]

    /// Whether such a sentence stands in a text.
    static func stand(in text: String) -> Bool {
        let text = IndexedText(text)
        let bytes = text.bytes
        return all.contains { words in
            guard words.allSatisfy(text.mayHold) else { return false }
            var rest = bytes
            while let found = rest.range(of: words[0]) {
                if words.count == 1 { return true }
                let line = bytes[found.upperBound...].prefix(600).prefix { $0 != 0x0A }
                if words.dropFirst().allSatisfy({ line.range(of: $0) != nil }) { return true }
                rest = bytes[found.upperBound...]
            }
            return false
        }
    }
}
