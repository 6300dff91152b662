using System.CommandLine;

namespace Entente.Cli;

/// <summary>Shell scripts that ask the program itself what may come next (<c>entente "[suggest:N]" "line"</c>).</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _entente() {
          local IFS=$'\n'
          COMPREPLY=($(entente "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
        }
        complete -o default -F _entente entente
        """;

    private const string Zsh = """
        #compdef entente
        _entente() {
          local -a found
          found=("${(@f)$(entente "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _entente entente
        """;

    private const string Fish = """
        complete -f -c entente -a '(entente "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName entente -ScriptBlock {
          param($word, $line, $position)
          entente "[suggest:$position]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a completion script: eval \"$(entente completion bash)\".") { shell };
        command.SetAction(parsed =>
        {
            terminal.Out.WriteLine(parsed.GetValue(shell) switch { "zsh" => Zsh, "fish" => Fish, "pwsh" => Pwsh, _ => Bash });
            return CommandLine.Done;
        });
        return command;
    }
}
