import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import {
  DarkTheme20Regular,
  WeatherMoon20Regular,
  WeatherSunny20Regular,
} from "@fluentui/react-icons";
import { themeFrom, themeNames, type ThemeName } from "./themes.ts";
import { useAddress } from "./use-address.ts";

const icons: Record<ThemeName, React.ReactElement> = {
  light: <WeatherSunny20Regular />,
  dark: <WeatherMoon20Regular />,
  contrast: <DarkTheme20Regular />,
};

const labels: Record<ThemeName, string> = {
  light: "Light",
  dark: "Dark",
  contrast: "High contrast",
};

export function ThemeSwitch() {
  const { theme, change } = useAddress();
  const choose = (name: string | undefined) =>
    change({ theme: themeFrom(name ?? null) }, { replace: true });
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={`Theme: ${labels[theme]}`} relationship="label">
          <Button appearance="subtle" icon={icons[theme]} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeNames.map((name) => (
            <MenuItemRadio
              key={name}
              name="theme"
              value={name}
              icon={icons[name]}
            >
              {labels[name]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
