"""The words of ``--help`` in both languages, keyed by the English that stands at the option."""

from __future__ import annotations

from scorelang.diagnostics.language import Phrases

HELP = Phrases(
    {
        # the frame
        "Usage: ": "用法：",
        "Options": "选项",
        "Arguments": "参数",
        "Commands": "命令",
        "Write": "编写",
        "Score": "评分",
        "Change": "修改",
        "[OPTIONS]": "[选项]",
        "VERB ...": "命令 ...",
        "default: ": "默认：",
        "required": "必填",
        "Show this message and exit.": "显示本帮助并退出。",
        "Show the version and exit.": "显示版本并退出。",
        # the program
        "Score by written policies: checked, exact, explained.": (
            "按成文的制度评分：先检查，算得准，讲得清。"
        ),
        "A RUBRIC is a path, the name of a shipped rubric, or - for standard input. "
        'Completion for bash: eval "$(_SCORELANG_COMPLETE=bash_source scorelang)"; also for '
        "zsh and fish.": (
            "RUBRIC 是评分标准文件的路径、自带标准的名称，或 -（标准输入）。"
            'bash 补全：eval "$(_SCORELANG_COMPLETE=bash_source scorelang)"，也支持 zsh 和 fish。'
        ),
        "Start a rubric from a template, a shipped rubric or a file of records.": (
            "从模板、自带标准或记录文件开始写评分标准。"
        ),
        "Find faults in rubrics.": "检查评分标准中的错误。",
        "Lay rubrics out in the one form.": "把评分标准整理成统一的格式。",
        "Say what a code means and how to cure it.": "说明某个代码的含义和改法。",
        "Show what was understood, defaults included.": "显示读到的内容，包括起作用的默认规定。",
        "Score records.": "给记录评分。",
        "Show how one result came about, line by line.": "逐条说明一个结果怎样得出。",
        "Show the data behind a rubric: gaps, spreads, what moves together.": (
            "显示评分标准背后的数据：未填、分布、同升同降。"
        ),
        "Run the examples in rubrics.": "运行评分标准中的示例。",
        # new
        "Start the rubric NAME in the file NAME.rubric: a small example to be changed. "
        "With --template it is a copy of a rubric, with --from its record block describes your "
        "records. --lang chooses the keywords; names, texts and comments of a template stay as "
        "they are. A file that exists is never replaced without --force.": (
            "在文件 NAME.rubric 中新建评分标准 NAME：一个供修改的小例子。"
            "用 --template 则复制一个评分标准，用 --from 则按您的记录写出数据项。"
            "--lang 决定关键词的语言；模板中的名称、文字和注释保持原样。"
            "不加 --force 不会替换已有的文件。"
        ),
        "Start from this shipped rubric or file.": "从这个自带标准或文件开始。",
        "Write the record block for these records (CSV, TSV, JSON, XLSX, Parquet).": (
            "按这些记录写出数据项（CSV、TSV、JSON、XLSX、Parquet）。"
        ),
        "Replace a file that exists.": "替换已有的文件。",
        "List the shipped rubrics.": "列出自带标准。",
        # check
        "Find faults in rubrics: files, folders, shipped names, - for standard input. "
        "Without a RUBRIC the current folder is checked. Findings are the result and go to "
        "standard output; a count goes to standard error.": (
            "检查评分标准中的错误：文件、文件夹、自带标准，或 -（标准输入）。"
            "不写 RUBRIC 则检查当前文件夹。发现的问题写到标准输出，个数写到标准错误输出。"
        ),
        "How findings are shown: by the ending of the file, else as text.": (
            "问题的显示格式：按文件后缀，否则为文本。"
        ),
        "What makes the exit code 1.": "哪些问题使退出码为 1。",
        "Exit with 0 whatever was found.": "无论发现什么，退出码都为 0。",
        # fmt
        "Lay rubrics out in the one form: files and folders in place, - from input to output. "
        "A rubric that cannot be read, or whose layout would change its meaning, stays as it "
        "is.": (
            "把评分标准整理成统一的格式：文件和文件夹就地整理，- 则从标准输入到标准输出。"
            "无法读取，或整理会改变含义的，保持原样。"
        ),
        "Write nothing; exit 1 if a file would change.": "不写入；有文件需要整理时退出码为 1。",
        "Write nothing; show what would change.": "不写入；显示需要整理之处。",
        "Settle on English or Chinese keywords; else on the first keyword's.": (
            "统一用英文或中文用词；不写则按第一个用词。"
        ),
        # explain, show
        "Say what a CODE means, why it matters, and show a wrong and a right rubric.": (
            "说明代码 CODE 的含义和重要性，并给出错误和正确的写法。"
        ),
        "Show what was understood of a RUBRIC: fields, points, every default that acts, notes.": (
            "显示从 RUBRIC 读到的内容：数据项、分值、起作用的默认规定、说明。"
        ),
        "For people or for programs: by the ending of the file, else as text.": (
            "供人阅读或供程序读取：按文件后缀，否则为文本。"
        ),
        "For people or for programs: by the ending of the file, else as a table.": (
            "供人阅读或供程序读取：按文件后缀，否则为表格。"
        ),
        "Dump what a stage gives: source, tree, a pass of the compiler, model, kernel.": (
            "输出某个阶段的内容：source、tree、编译的某一步、model、kernel。"
        ),
        # score
        "Score RECORDS (CSV, TSV, JSON, JSON Lines, XLSX, Parquet; - for standard input). "
        "Several files are scored as one run, in order. Records with faults are rejected, the "
        "others are scored; the exit code is then 3.": (
            "给 RECORDS 评分（CSV、TSV、JSON、JSON Lines、XLSX、Parquet；- 为标准输入）。"
            "几个文件依次作为一次运行。有问题的记录退回，其余照常评分，这时退出码为 3。"
        ),
        "Format of the results; else the ending of FILE, a table on a terminal, JSON Lines on a "
        "pipe.": "结果的格式；不写则按 FILE 的后缀，终端上为表格，管道中为 JSON Lines。",
        "Format of the records where the ending of the file does not say it.": (
            "记录的格式，文件后缀看不出时用。"
        ),
        "Encoding of CSV records; found out by default.": "CSV 记录的编码；默认自动判断。",
        "Sheet of an XLSX file; else the one with most of the headings.": (
            "XLSX 文件的工作表；不写则取含表头最多的一张。"
        ),
        "Write here instead of on standard output.": "写到这个文件，而不是标准输出。",
        "Language of messages and tables; else SCORELANG_LANG, the rubric's, the locale.": (
            "消息和表格的语言；不写则依次看 SCORELANG_LANG、评分标准的语言、系统语言。"
        ),
        "Colours; auto heeds NO_COLOR, FORCE_COLOR and whether this is a terminal.": (
            "颜色；auto 依据 NO_COLOR、FORCE_COLOR 以及是否为终端。"
        ),
        "The day of the evaluation, as 2024-01-31.": "评价日，如 2024-01-31。",
        "Take population values (means, ranks) from this file.": (
            "总体数值（平均、名次）取自这个文件。"
        ),
        "Go on where the table has no column for these fields (blank: for any).": (
            "表中没有这些数据项的列时也继续（blank：任何数据项）。"
        ),
        "Records of the last period: fills blank `last …` values by the id of a record.": (
            "上期的记录：按编号补上空白的上期数据。"
        ),
        "Each row is one rater's; this column names the rater. Rows of one key are joined.": (
            "每行是一个评价人的评分，这一列写评价人；编号相同的各行合并。"
        ),
        "This column names the rater's group.": "这一列写评价人的组别。",
        "Each file is one rater's, named for it: peer.Li.csv, self.csv.": (
            "每个文件是一个评价人的评分，以其命名：peer.Li.csv、self.csv。"
        ),
        "A date of the records: each is scored by the version in force on that day.": (
            "记录中的日期：每条记录按该日施行的版本评分。"
        ),
        "Carry the input columns along.": "把输入的各列一并写出。",
        "Write rejected records here, a line for a fault.": "把退回的记录写到这里，每个问题一行。",
        "Stop with exit code 1 and write nothing if more records are rejected.": (
            "退回的记录更多时停止，退出码为 1，不写结果。"
        ),
        "Keep the population values of this run.": "保存本次运行的总体数值。",
        "Write which rubric, tool and data gave the results.": (
            "写明结果由哪个评分标准、工具和数据得出。"
        ),
        "Head columns by names (as in CSV and XLSX unless said) or by labels (as on the screen).": (
            "列标题用名称（CSV 和 XLSX 默认）或标签（屏幕上默认）。"
        ),
        "The files hold different columns of the same records: join them by the key.": (
            "各文件是同一批记录的不同列：按编号合并。"
        ),
        "What becomes of a second record with the same key.": ("编号相同的第二条记录如何处理。"),
        "What parts the cells of CSV: comma, semicolon, tab, bar or a sign; else found out.": (
            "CSV 的分隔符：comma、semicolon、tab、bar 或一个符号；不写则自动判断。"
        ),
        "The line of the headings, as Excel counts; else found out.": (
            "列标题所在行，按 Excel 的行号；不写则自动判断。"
        ),
        "What parts decimals in texts: 1,234.5 or 1.234,5; a comma is never guessed.": (
            "文字中的小数点写法：1,234.5 或 1.234,5；逗号不作猜测。"
        ),
        "The last N lines are no records, such as remarks below the table.": (
            "最后 N 行不是记录，如表下的备注。"
        ),
        # why, profile, test
        "Else by the ending of FILE (.html .xlsx .json .jsonl .csv .txt), a table on a terminal, "
        "JSON Lines on a pipe.": (
            "不写则按 FILE 的后缀（.html .xlsx .json .jsonl .csv .txt），终端上为表格，"
            "管道中为 JSON Lines。"
        ),
        "Show how the result of one record came about, line by line, adding up to the total.": (
            "逐条说明一条记录的结果怎样得出，各条相加即为总分。"
        ),
        "The record with this id.": "这个编号的记录。",
        "The record of this row; the first is 1.": "这一行的记录；第一条为 1。",
        "Show the data behind a rubric: gaps, faults, points and grades, what moves together. "
        "Exits with 1 if a field is missing more often than --max-missing, else with 3 if "
        "records were rejected or ratings left out.": (
            "显示评分标准背后的数据：未填、问题、得分和等级、同升同降。"
            "有数据项未填超过 --max-missing 时退出码为 1，否则有退回或未计入的评分时为 3。"
        ),
        "Exit with 1 if a field is missing in more records.": (
            "有数据项在更多的记录中未填时，退出码为 1。"
        ),
        "Name pairs of indicators whose rank correlation is at least this.": (
            "列出秩相关不低于此值的各对指标。"
        ),
        "Run the examples in rubrics, and say what no example touches. Exits with 1 if an example "
        "does not come out as it says. Untouched branches, missing paths, grades and overrides "
        "are listed; they are no failures.": (
            "运行评分标准中的示例，并说明哪些内容没有示例涉及。"
            "有示例不符时退出码为 1。没有涉及的条款、未填情形、等级和调整事项会列出，但不算不符。"
        ),
        "How the outcome is shown: by the ending of the file, else as text.": (
            "结果的显示格式：按文件后缀，否则为文本。"
        ),
    }
)
