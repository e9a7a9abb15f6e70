import type { Option } from '../command/command.ts';
import { textOption, type OptionValues } from '../command/option-values.ts';

export const containsOption: Option = { name: 'text', value: 'TEXT', summary: 'Only rows that contain this text.' };

export function readContains(options: OptionValues): { readonly text?: string } {
  const text = textOption(options, 'text');
  return text === undefined ? {} : { text };
}
